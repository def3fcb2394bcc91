import { randomUUID } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';

const secret = ['cookie', 'authorization', 'set-cookie', 'idempotency-key'];

/** A logger that never writes cookies, tokens or passwords. */
export function createLogger(level: string): Logger {
  const paths = secret.flatMap((name) => [`req.headers["${name}"]`, `res.headers["${name}"]`]);
  return pino({ level, redact: { paths: [...paths, '*.password'], censor: 'hidden' } });
}

/** One line a request: method, path without its query, status, time. Bodies are never logged. */
export function requestLog(logger: Logger) {
  return pinoHttp({
    logger,
    genReqId(_request, response) {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug',
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}
