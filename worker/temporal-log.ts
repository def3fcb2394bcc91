import {
  makeTelemetryFilterString,
  Runtime,
  type LogLevel,
  type LogMetadata,
} from '@temporalio/worker';
import type { Log } from './log.ts';

let installed = false;

/**
 * Temporal's own log lines go where ours go. To be called before the first connection of a process,
 * whose runtime takes it once.
 */
export function logThrough(log: Log): void {
  if (installed) return;
  installed = true;
  const levels = {
    TRACE: 'trace',
    DEBUG: 'debug',
    INFO: 'info',
    WARN: 'warn',
    ERROR: 'error',
  } as const;
  const write = (level: LogLevel, message: string, meta?: LogMetadata) =>
    log[levels[level]](meta ?? {}, message);
  const at = (level: LogLevel) => (message: string, meta?: LogMetadata) =>
    write(level, message, meta);
  Runtime.install({
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
    logger: {
      log: write,
      trace: at('TRACE'),
      debug: at('DEBUG'),
      info: at('INFO'),
      warn: at('WARN'),
      error: at('ERROR'),
    },
  });
}
