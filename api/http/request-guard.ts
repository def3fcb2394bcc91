import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../problem/app-error.ts';
import { cookieName } from '../session/auth.ts';
import { isWrite } from './request-state.ts';

export const guardHeader = 'x-stagewright';
const uploadPath = /^\/deals\/[^/]+\/files\/?$/;
/** What a plain HTML form of a foreign page could send without asking first. */
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i;

function csrf(message: string, remedy: string, path: string): AppError {
  const errors = [{ path, message, remedy }];
  return new AppError('csrf', `${message} ${remedy}`, { errors });
}

function originIsOwn(request: Request, publicOrigin: string): boolean {
  const origin = request.headers.origin;
  if (origin === undefined || origin === publicOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

function hasBody(request: Request): boolean {
  const length = request.headers['content-length'];
  return (
    request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
  );
}

function checkType(request: Request): void {
  if (!hasBody(request)) return;
  const type = request.headers['content-type'] ?? '';
  const isUpload = request.method === 'POST' && uploadPath.test(request.path);
  const wanted = isUpload ? 'multipart/form-data' : 'application/json';
  if (type.toLowerCase().startsWith(wanted)) return;
  if (formTypes.test(type) || type === '')
    throw csrf(`A body of type “${type}” is not accepted.`, `Send ${wanted}.`, 'Content-Type');
  const errors = [{ path: 'Content-Type', value: type, message: `Send ${wanted}.` }];
  throw new AppError('wrong-content-type', `This route takes ${wanted}, not “${type}”.`, {
    errors,
  });
}

/**
 * Keeps foreign pages from writing with a person's cookie (CSRF): a write with a cookie carries
 * `X-Stagewright: 1`, a given Origin is our own, and the body is of the one type the route takes.
 */
export function requestGuard(publicUrl: string) {
  const publicOrigin = new URL(publicUrl).origin;
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!isWrite(request)) return next();
    if (!originIsOwn(request, publicOrigin))
      throw csrf('The Origin is not this application.', `Open ${publicOrigin}.`, 'Origin');
    const signedIn = request.headers.cookie?.includes(`${cookieName}=`) ?? false;
    if (signedIn && request.headers[guardHeader] !== '1')
      throw csrf('The header X-Stagewright is missing.', 'Send X-Stagewright: 1.', 'X-Stagewright');
    checkType(request);
    next();
  };
}
