import { z } from 'zod';
import { startMailServer } from './mail-server.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const settings = z
  .object({ MAIL_SMTP_PORT: port, MAIL_HTTP_PORT: port, MAIL_DIR: z.string().min(1) })
  .parse(process.env);

const server = await startMailServer({
  folder: settings.MAIL_DIR,
  smtpPort: settings.MAIL_SMTP_PORT,
  httpPort: settings.MAIL_HTTP_PORT,
});
console.log(`mail ready: ${server.smtpUrl}, ${server.httpUrl}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
}
