import { apiFetch } from './api-fetch.ts';

/**
 * Sends a file as multipart form data under the name `file`; `path` begins with /api.
 * @throws ProblemError as every call of the api.
 */
export async function uploadFile<T>(path: string, file: File): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  const url = new URL(path, globalThis.location.origin);
  const response = await apiFetch(new Request(url, { method: 'POST', body }));
  return (await response.json()) as T;
}
