import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { InputIssue } from '#core/file/issue-words.ts';
import { admit, authorise } from '../authorisation/authorise.ts';
import type { Subject } from '../authorisation/relations.ts';
import type { RouteName } from '../authorisation/route-name.ts';
import type { SignedInContext } from '../http/request-context.ts';
import { contextOf } from '../http/request-state.ts';
import { sendResult } from '../http/reply.ts';
import type { Services } from '../http/services.ts';
import { AppError, notFound } from '../problem/app-error.ts';
import { inputErrors } from '../problem/input-errors.ts';
import { attachFile } from './attach-file.ts';
import { fileReceiver } from './receive-file.ts';
import { removeFile } from './remove-file.ts';

const uploadInput = z.object({
  dealId: z.uuid(),
  field: z.string().min(1).max(40),
  task: z.uuid().optional(),
});
const fileInput = z.object({ fileId: z.uuid() });

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const errors = inputErrors(parsed.error.issues as InputIssue[], input);
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join(' ');
  throw new AppError('invalid-input', detail, { errors });
}

/** Names the route, checks session and role, then input, then the relation to what it is about. */
async function open<T>(
  response: Response,
  route: RouteName,
  sent: object,
  schema: z.ZodType<T>,
  subject: (input: T) => Subject,
): Promise<{ context: SignedInContext; input: T }> {
  const context = contextOf(response);
  context.route = route;
  context.sent = sent;
  admit(route, context.actor);
  const input = parse(schema, sent);
  await authorise(context.services.database, route, context.actor, subject(input));
  return { context: context as SignedInContext, input };
}

function upload(services: Services) {
  const receive = fileReceiver(services.filesDir);
  return async (request: Request, response: Response): Promise<void> => {
    const { field, task } = request.query;
    const sent = {
      dealId: request.params['dealId'],
      field,
      ...(task === undefined ? {} : { task }),
    };
    const { context, input } = await open(response, 'files.upload', sent, uploadInput, (asked) => ({
      dealId: asked.dealId,
      taskId: asked.task,
    }));
    const received = await receive(request, response);
    try {
      const target = { dealId: input.dealId, field: input.field, taskId: input.task };
      const body = await attachFile(context, target, received);
      await sendResult(request, response, { status: 201, body });
    } finally {
      await rm(received.path, { force: true });
    }
  };
}

const byFileId = ({ fileId }: { fileId: string }) => ({ fileId });

async function download(request: Request, response: Response): Promise<void> {
  const { context, input } = await open(
    response,
    'files.download',
    request.params,
    fileInput,
    byFileId,
  );
  const { database, filesDir } = context.services;
  const file = await database.dealFile.findUnique({ where: { id: input.fileId } });
  if (!file) throw notFound('file', input.fileId);
  response.attachment(file.name);
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Length', String(file.size));
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, no-store');
  await pipeline(createReadStream(join(filesDir, file.path)), response);
}

async function remove(request: Request, response: Response): Promise<void> {
  const { context, input } = await open(
    response,
    'files.remove',
    request.params,
    fileInput,
    byFileId,
  );
  const body = await removeFile(context, input.fileId);
  await sendResult(request, response, { status: 200, body });
}

/** The routes whose bodies are files. */
export function fileRoutes(services: Services): Router {
  const router = Router();
  router.post('/deals/:dealId/files', upload(services));
  router.get('/files/:fileId', download);
  router.delete('/files/:fileId', remove);
  return router;
}
