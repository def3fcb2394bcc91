import type { Request, Response } from 'express';
import { AppError } from '../problem/app-error.ts';
import { problemDocument } from '../problem/problem-document.ts';
import { problems } from '../problem/problem-codes.ts';
import { toAppError } from '../problem/to-app-error.ts';
import { NotConfirmed } from '../runs/not-confirmed.ts';
import { auditSubject, recordAudit } from './audit.ts';
import { contextOf, isWrite, requestId } from './request-state.ts';

/** Every write ends here, so here it is audited; a log that cannot be written is itself logged. */
async function audit(request: Request, response: Response, result: string): Promise<void> {
  const context = contextOf(response);
  if (!isWrite(request) || !context) return;
  const action = context.route ?? 'unknown';
  const subject = context.subject ?? auditSubject(action, context.sent);
  const record = { actorId: context.actor?.id ?? null, action, subject, result };
  await recordAudit(context.services.database, record).catch((error: unknown) =>
    context.services.log.error({ err: error, audit: record }, 'the audit log cannot be written'),
  );
}

function setCookies(response: Response): void {
  const cookies = contextOf(response)?.setCookies ?? [];
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
}

/** Sends what a route answered. */
export async function sendResult(
  request: Request,
  response: Response,
  answer: { status: number; body: unknown },
): Promise<void> {
  await audit(request, response, 'ok');
  setCookies(response);
  response.setHeader('Cache-Control', 'no-store');
  response.status(answer.status).json(answer.body);
}

function sendDocument(response: Response, status: number, document: object): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  setCookies(response);
  response.setHeader('Cache-Control', 'no-store');
  response.status(status).type('application/problem+json').send(JSON.stringify(document));
}

function logFault(request: Request, error: AppError): void {
  const { status } = problems[error.code];
  if (status >= 500) request.log.error({ err: error.cause ?? error }, error.code);
}

async function sendNotConfirmed(request: Request, response: Response): Promise<void> {
  await audit(request, response, 'unknown');
  sendDocument(response, 202, {
    type: 'about:blank',
    title: 'This is not confirmed yet',
    status: 202,
    code: 'unknown',
    detail: 'It may still be done. Send the same request with the same Idempotency-Key again.',
    instance: `urn:request:${requestId(request)}`,
  });
}

/** Sends whatever was thrown as a problem document; the one mapping of errors to answers. */
export async function sendError(request: Request, response: Response, thrown: unknown) {
  if (thrown instanceof NotConfirmed) return sendNotConfirmed(request, response);
  const error = toAppError(thrown);
  logFault(request, error);
  const audited = audit(request, response, error.code);
  if (error.code !== 'unavailable') await audited; // the log lives in what may be away
  if (error.retryAfter !== undefined) response.setHeader('Retry-After', String(error.retryAfter));
  sendDocument(response, problems[error.code].status, problemDocument(error, requestId(request)));
}
