import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Structured log on standard output. Addresses, contents and secrets never get into it. */
export function openLog(level: string): Log {
  return pino({
    name: 'worker',
    level,
    redact: {
      paths: [
        'url',
        'password',
        'toAddress',
        'subject',
        'text',
        'html',
        '*.password',
        '*.toAddress',
        '*.subject',
        '*.text',
        '*.html',
      ],
      censor: '[hidden]',
    },
  });
}
