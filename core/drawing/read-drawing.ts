import { readJson } from '../file/json-text.ts';
import { readValue, type FileRead } from '../file/read-file.ts';
import { drawingSchema, type Drawing } from './drawing.ts';
import { processFileSchema } from './process-file.ts';

export interface ReadDrawing {
  drawing: Drawing;
  /** Key of the process; absent when the file is a drawing alone. */
  key?: string;
  /** Path of the drawing in its file. */
  at: readonly PropertyKey[];
}

/** Reads the text of a process file, or of a drawing alone. */
export function readDrawing(text: string): FileRead<ReadDrawing> {
  const json = readJson(text);
  if ('message' in json) return { ok: false, problems: [json] };
  const { value } = json;
  const isDrawing = typeof value === 'object' && value !== null && Object.hasOwn(value, 'schema');
  if (isDrawing) {
    const read = readValue(json, drawingSchema);
    return read.ok ? { ...read, value: { drawing: read.value, at: [] } } : read;
  }
  const read = readValue(json, processFileSchema);
  if (!read.ok) return read;
  const { drawing, key } = read.value;
  return { ...read, value: { drawing, key, at: ['drawing'] } };
}
