import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Router, static as serveStatic, type Request, type Response } from 'express';
import { nonceOf } from './security-headers.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * The built designer: its files, and index.html with a fresh nonce for every other address. Files
 * under /assets carry a hash in their name and may be kept for a year.
 */
export function webApp(folder: string): Router {
  const root = resolve(folder);
  const router = Router();
  const assets = { index: false, immutable: true, maxAge: YEAR_MS, fallthrough: false } as const;
  router.use('/assets', serveStatic(join(root, 'assets'), assets));
  router.use(serveStatic(root, { index: false, maxAge: 0 }));
  router.get('/{*path}', (request: Request, response: Response, next) => {
    const page = join(root, 'index.html');
    if (!existsSync(page)) return next();
    const html = readFileSync(page, 'utf8').replaceAll('__CSP_NONCE__', nonceOf(response));
    response.setHeader('Cache-Control', 'no-store');
    // The address of this page may carry a secret.
    if (request.path === '/reset-password') response.setHeader('Referrer-Policy', 'no-referrer');
    response.type('html').send(html);
  });
  return router;
}
