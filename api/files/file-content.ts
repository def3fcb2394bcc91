import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { AppError } from '../problem/app-error.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';
/** What may be attached: the type by its extension, and what the content must be. */
const accepted: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.xlsx': `${office}.spreadsheetml.sheet`,
  '.docx': `${office}.wordprocessingml.document`,
  '.odt': `${openDocument}.text`,
  '.ods': `${openDocument}.spreadsheet`,
  '.csv': 'text/csv',
  '.txt': 'text/plain',
};
const TEXT_SAMPLE = 64 * 1024;

function refused(name: string, message: string): AppError {
  const remedy = 'Send PDF, PNG, JPEG, WebP, XLSX, DOCX, ODT, ODS, CSV or TXT.';
  const errors = [{ path: 'file', value: name, message, remedy }];
  return new AppError('file-type', `${message} ${remedy}`, { errors });
}

/** True when the beginning of a file is text in UTF-8 without control characters. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(TEXT_SAMPLE);
    const { bytesRead } = await file.read(buffer, 0, TEXT_SAMPLE, 0);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), {
      stream: true,
    });
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/**
 * The media type of a file by its content, which must be what its name says.
 * @throws AppError `file-type`
 */
export async function checkContent(path: string, name: string): Promise<string> {
  const extension = extname(name).toLowerCase();
  const wanted = accepted[extension];
  if (wanted === undefined) throw refused(name, `Files of type “${extension}” are not accepted.`);
  const found = (await fileTypeFromFile(path))?.mime;
  const fits = wanted.startsWith('text/')
    ? found === undefined && (await isText(path))
    : found === wanted;
  if (fits) return wanted;
  throw refused(name, `The content of “${name}” is not what its name says.`);
}

/** SHA-256 of a file in hex. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** A file's name as it may be shown and sent: no folders, no control characters, not too long. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  const extension = extname(clean);
  return clean.length <= 120 ? clean : clean.slice(0, 120 - extension.length) + extension;
}
