import { pino, type DestinationStream, type Logger } from 'pino';
import { causeOf } from './cause-of.ts';

export type Log = Logger;

/** Structured log on standard output, unless `to` says otherwise. Addresses, contents and secrets never get into it. */
export function openLog(level: string, to?: DestinationStream): Log {
  const options = {
    name: 'worker',
    level,
    // An error has no properties of its own: as it is, a log says `{}`.
    serializers: { error: logged, err: logged },
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
  };
  return to ? pino(options, to) : pino(options);
}

/** An error as a line of the log: what went wrong and where, without values. */
function logged(error: unknown): { cause: string; at?: string[] } {
  const { stack } = Object(error) as { stack?: unknown };
  const frames = typeof stack === 'string' ? stack.split('\n').filter(isFrame) : [];
  return { cause: causeOf(error), ...(frames.length > 0 && { at: frames.map((at) => at.trim()) }) };
}

const isFrame = (line: string) => /^\s+at /.test(line);
