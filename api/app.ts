import express, {
  json,
  Router,
  type Express,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import { dispatch } from './http/dispatch.ts';
import { noRoute } from './http/known-paths.ts';
import { openContext } from './http/load-context.ts';
import { loadSession } from './http/load-session.ts';
import { requestGuard } from './http/request-guard.ts';
import { requestLog } from './http/request-log.ts';
import { sendError } from './http/reply.ts';
import { provideNonce, securityHeaders } from './http/security-headers.ts';
import type { Services } from './http/services.ts';
import { storableText } from './http/storable-text.ts';
import { webApp } from './http/web-app.ts';
import { fileRoutes } from './files/file-routes.ts';
import { liveRoute } from './live/live-route.ts';
import { openApiRoute } from './openapi.ts';
import { currentPasswordLimit, resetLinkLimit } from './session/password-limit.ts';
import { signInLimit, type SignInLimits } from './session/sign-in-limit.ts';

export interface AppOptions {
  publicUrl: string;
  /** Folder of the built designer; without it only /api is served. */
  webDir?: string | undefined;
  signInLimits?: Partial<SignInLimits>;
  /** Whose X-Forwarded-For is believed: addresses, networks, or names such as `loopback`. */
  trustedProxies?: string | undefined;
}

const BODY_LIMIT = '2mb';

function apiRoutes(services: Services, options: AppOptions): Router {
  const router = Router();
  router.use(openContext(services));
  router.use(requestGuard(options.publicUrl));
  router.get('/openapi.json', openApiRoute());
  router.use(json({ limit: BODY_LIMIT, strict: true, type: 'application/json' }));
  router.use(storableText);
  router.post('/session', signInLimit(options.signInLimits));
  router.use(loadSession);
  router.post('/session/password', currentPasswordLimit());
  router.post('/session/reset', resetLinkLimit());
  router.use(fileRoutes(services));
  router.get('/live', liveRoute(services));
  router.use(dispatch);
  router.use((request: Request, response: Response) => {
    const { error, allow } = noRoute(request);
    if (allow.length > 0) response.setHeader('Allow', allow.join(', '));
    throw error;
  });
  return router;
}

/** The whole HTTP edge, without listening. */
export function createApp(services: Services, options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustedProxies ?? 'loopback');
  app.use(requestLog(services.log));
  app.use(provideNonce, securityHeaders(options.publicUrl));
  app.use('/api', apiRoutes(services, options));
  if (options.webDir !== undefined) app.use(webApp(options.webDir));
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    sendError(request, response, error),
  );
  return app;
}
