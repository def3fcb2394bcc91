import { fileURLToPath } from 'node:url';
import { startProcess, waitUntilReady, type ManagedProcess } from '../process/managed-process.ts';
import { typescript } from '../repository.ts';

export interface MailProcessOptions {
  readonly smtpPort: number;
  readonly httpPort: number;
  readonly folder: string;
  readonly logFile: string;
  readonly records: string;
}

export interface MailProcess {
  readonly process: ManagedProcess;
  readonly smtpUrl: string;
  readonly httpUrl: string;
  readonly stop: () => Promise<void>;
}

/** Starts the development mail server as a process of its own, so that a test can end the product and ask it. */
export async function startMailProcess(options: MailProcessOptions): Promise<MailProcess> {
  const child = startProcess({
    name: 'mail',
    command: process.execPath,
    args: [...typescript, fileURLToPath(new URL('./main.ts', import.meta.url))],
    env: {
      ...process.env,
      MAIL_SMTP_PORT: String(options.smtpPort),
      MAIL_HTTP_PORT: String(options.httpPort),
      MAIL_DIR: options.folder,
    },
    logFile: options.logFile,
    records: options.records,
  });
  await waitUntilReady(child, () => child.output().includes('mail ready'));
  const url = (protocol: string, port: number) => `${protocol}://127.0.0.1:${port}`;
  return {
    process: child,
    smtpUrl: url('smtp', options.smtpPort),
    httpUrl: url('http', options.httpPort),
    stop: child.stop,
  };
}
