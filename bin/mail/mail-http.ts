import express, { type Express, type Response } from 'express';
import { simpleParser } from 'mailparser';
import { z } from 'zod';
import type { IndexEntry, MessageIndex } from './message-index.ts';

const pageQuery = z.object({
  before: z.string().regex(/^\d+$/, 'must be the id of a message').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  to: z.string().optional(),
});
const evidenceQuery = z.object({ messageId: z.string().min(1) });

export interface MessageDetail extends IndexEntry {
  readonly text: string;
  /** As it came: whoever shows it must put it in a sandbox. */
  readonly html: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly size: number;
  }[];
}

/** The HTTP side: the list of messages, one message, and how often a Message-ID was accepted. */
export function createMailHttp(index: MessageIndex): Express {
  const app = express().disable('x-powered-by');
  app.get('/messages', (request, response) =>
    answer(response, pageQuery, request.query, (query) => index.page(query)),
  );
  app.get('/messages/:id', async (request, response) => {
    const detail = await readMessage(index, request.params.id);
    response
      .status(detail ? 200 : 404)
      .json(detail ?? { error: `There is no message ${request.params.id}.` });
  });
  app.get('/evidence', (request, response) =>
    answer(response, evidenceQuery, request.query, ({ messageId }) => ({
      count: index.countOf(messageId),
    })),
  );
  return app;
}

function answer<T>(
  response: Response,
  schema: z.ZodType<T>,
  input: unknown,
  reply: (query: T) => object,
): void {
  const query = schema.safeParse(input);
  if (query.success) response.json(reply(query.data));
  else response.status(400).json({ error: z.prettifyError(query.error) });
}

async function readMessage(index: MessageIndex, id: string): Promise<MessageDetail | undefined> {
  const found = index.find(id);
  if (!found) return undefined;
  const mail = await simpleParser(found.raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  return {
    ...found.entry,
    text: mail.text ?? '',
    html: mail.html || '',
    headers: mail.headerLines.map(({ line }) => splitHeader(line)),
    attachments: mail.attachments.map((part) => ({
      filename: part.filename ?? '',
      contentType: part.contentType,
      size: part.size,
    })),
  };
}

function splitHeader(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  return {
    name: line.slice(0, colon).trim(),
    value: line
      .slice(colon + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim(),
  };
}
