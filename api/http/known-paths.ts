import type { Request } from 'express';
import { contract } from '../contract/contract.ts';
import { AppError } from '../problem/app-error.ts';

interface Known {
  method: string;
  pattern: RegExp;
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`);
}

const special: Known[] = [
  { method: 'POST', pattern: pattern('/deals/{dealId}/files') },
  { method: 'GET', pattern: pattern('/files/{fileId}') },
  { method: 'DELETE', pattern: pattern('/files/{fileId}') },
  { method: 'GET', pattern: pattern('/live') },
  { method: 'GET', pattern: pattern('/openapi.json') },
];

const known: Known[] = [
  ...Object.values(contract).flatMap((group) =>
    Object.values(group).map(({ '~orpc': { route } }) => ({
      method: route.method ?? 'POST',
      pattern: pattern(route.path ?? ''),
    })),
  ),
  ...special,
];

/** What to say of an address under /api that no route took: 405 with the methods, or 404. */
export function noRoute(request: Request): { error: AppError; allow: string[] } {
  const methods = known.filter((route) => route.pattern.test(request.path)).map((r) => r.method);
  const allow = [...new Set(methods)];
  const what = `${request.method} ${request.baseUrl}${request.path}`;
  if (allow.length === 0) {
    const message = `There is no route ${what}.`;
    const errors = [{ path: 'address', value: what, message }];
    return { allow, error: new AppError('not-found', message, { errors }) };
  }
  const detail = `${what} is not possible. Use ${allow.join(' or ')}.`;
  return { allow, error: new AppError('method-not-allowed', detail) };
}
