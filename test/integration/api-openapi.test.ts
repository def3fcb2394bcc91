import { describe, expect, it } from 'vitest';
import { contract } from '#api/contract/contract.ts';
import { openApiDocument } from '#api/openapi.ts';

interface Operation {
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

/** Every `$ref` of a document. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

function resolves(document: object, reference: string): boolean {
  const keys = reference.replace(/^#\//, '').split('/');
  let value: unknown = document;
  for (const key of keys)
    value = (value as Record<string, unknown> | undefined)?.[
      key.replace(/~1/g, '/').replace(/~0/g, '~')
    ];
  return value !== undefined;
}

describe('the OpenAPI document', async () => {
  const document = await openApiDocument();
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({
      path,
      method,
      operation: operation as Operation,
    })),
  );

  it('is of version 3.1 and has every route of the contract', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const routes = Object.values(contract).flatMap((group) => Object.values(group));
    expect(operations).toHaveLength(routes.length);
  });

  it('names a tag, a success and the refusals of every operation', () => {
    for (const { path, operation } of operations) {
      expect(operation.tags, path).toHaveLength(1);
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        path,
      ).toBe(true);
      expect(operation.responses['default']?.content, path).toHaveProperty(
        'application/problem+json',
      );
    }
  });

  it('asks for an Idempotency-Key on every write but those of the session', () => {
    for (const { path, method, operation } of operations) {
      const asked = operation.parameters?.some(({ name }) => name === 'Idempotency-Key') ?? false;
      expect(asked, `${method} ${path}`).toBe(method !== 'get' && path !== '/session');
    }
  });

  it('declares every parameter of its paths and refers to nothing that is missing', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters
        ?.filter((each) => each.in === 'path')
        .map(({ name }) => name);
      expect(declared ?? [], path).toEqual(expect.arrayContaining(named));
    }
    const missing = references(document).filter((reference) => !resolves(document, reference));
    expect(missing).toEqual([]);
  });
});
