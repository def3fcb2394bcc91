import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { AppError } from '../problem/app-error.ts';

export const MAX_BYTES = 20 * 1024 * 1024;

/** A file as it came in, below the folder of incoming files. */
export interface Received {
  path: string;
  name: string;
  size: number;
}

function refused(error: unknown): unknown {
  if (!(error instanceof MulterError)) {
    const cut =
      error instanceof Error &&
      /Unexpected end of form|Malformed|Multipart|Boundary/i.test(error.message);
    if (!cut) return error;
    const message = `The upload cannot be read: ${error.message}.`;
    return new AppError('invalid-input', message, { errors: [{ path: 'file', message }] });
  }
  if (error.code === 'LIMIT_FILE_SIZE') {
    const message = 'A file may have 20 MB.';
    return new AppError('file-too-large', `${message} Send a smaller one.`, {
      errors: [{ path: 'file', message }],
    });
  }
  return missing('Send one file, under the name “file”.');
}

function missing(message: string, value?: string): AppError {
  const errors = [{ path: 'file', ...(value !== undefined && { value }), message }];
  return new AppError('file-missing', message, { errors });
}

/** Reads the one file of a multipart request into the folder of incoming files; one that is refused leaves nothing there. */
export function fileReceiver(folder: string) {
  const incoming = join(folder, 'incoming');
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  const upload = multer({
    dest: incoming,
    limits: { fileSize: MAX_BYTES, files: 1, fields: 0, parts: 2 },
    defParamCharset: 'utf8',
  }).single('file');

  return async (request: Request, response: Response): Promise<Received> => {
    await new Promise<void>((resolve, reject) => {
      upload(request, response, (error: unknown) => (error ? reject(refused(error)) : resolve()));
    });
    const { file } = request;
    if (!file) throw missing('Send one file, under the name “file”.');
    const { path, originalname: name, size } = file;
    if (size > 0) return { path, name, size };
    await rm(path, { force: true });
    throw missing(`The file “${name}” is empty. Choose one with content.`, name);
  };
}
