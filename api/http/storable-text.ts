import type { NextFunction, Request, Response } from 'express';
import { pathText } from '#core/file/file-problem.ts';
import { shownText, unstorableIn, unstorableTexts } from '#core/file/unstorable-text.ts';
import { AppError, type ProblemItem } from '../problem/app-error.ts';

const notEncoded = {
  message: 'Is not percent-encoded UTF-8.',
  remedy: 'Encode it with encodeURIComponent.',
};

function wrongIn(encoded: string): Pick<ProblemItem, 'message' | 'remedy'> | undefined {
  try {
    return unstorableIn(decodeURIComponent(encoded.replaceAll('+', ' ')));
  } catch {
    return notEncoded;
  }
}

function inUrl(originalUrl: string): ProblemItem[] {
  const [path = '', query = ''] = originalUrl.split('?', 2);
  const parts = query.split('&').map((pair): [string, string] => {
    const [name = ''] = pair.split('=', 1);
    return [wrongIn(name) ? 'query' : decodeURIComponent(name), pair];
  });
  return [['path', path] as [string, string], ...parts].flatMap(([name, text]) => {
    const wrong = wrongIn(text);
    return wrong ? [{ path: name, ...wrong }] : [];
  });
}

function inHeaders({ headers }: Request): ProblemItem[] {
  const key = headers['idempotency-key'];
  const wrong = typeof key === 'string' ? unstorableIn(key) : undefined;
  return wrong ? [{ path: 'Idempotency-Key', ...wrong }] : [];
}

/** Refuses NUL, lone surrogates and what turns the direction of text in address, headers that are stored and body, naming each place. */
export function storableText(request: Request, _response: Response, next: NextFunction): void {
  const inBody = unstorableTexts(request.body).map(({ path, ...wrong }): ProblemItem => ({
    path: shownText(pathText(path)),
    ...wrong,
  }));
  const errors = [...inUrl(request.originalUrl), ...inHeaders(request), ...inBody];
  if (errors.length === 0) return next();
  throw new AppError(
    'invalid-input',
    'The request holds characters that cannot be stored or shown.',
    {
      errors,
    },
  );
}
