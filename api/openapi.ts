import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { Request, Response } from 'express';
import { contract } from './contract/contract.ts';
import { problemSchema } from './contract/problem.ts';

const problemResponse = {
  description: 'A refusal: RFC 9457 problem document with a stable code',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

type Operation = { responses?: Record<string, unknown>; parameters?: unknown[] };

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same key with the same body is the same command; 8 to 100 characters.',
  schema: { type: 'string', minLength: 8, maxLength: 100 },
};

function complete(path: string, method: string, operation: Operation): void {
  operation.responses = { ...operation.responses, default: problemResponse };
  if (method === 'get' || path === '/session') return;
  operation.parameters = [...(operation.parameters ?? []), idempotencyKey];
}

/** OpenAPI 3.1 of the contract; every operation documents its refusals. */
export async function openApiDocument() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: {
      title: 'Stagewright',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-stagewright' },
      },
    },
    commonSchemas: { Problem: { schema: problemSchema } },
  });
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(item ?? {}))
      complete(path, method, operation as Operation);
  return document;
}

/** Serves the document; it is made once. */
export function openApiRoute() {
  let document: ReturnType<typeof openApiDocument> | undefined;
  return async (_request: Request, response: Response): Promise<void> => {
    document ??= openApiDocument();
    response.json(await document);
  };
}
