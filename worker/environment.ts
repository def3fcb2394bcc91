import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s:/]+:\d{1,5}$/, 'must be host:port'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TASK_QUEUE: z.string().min(1).default('deals'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/,
      'must be a sender such as "Sales <sales@example.com>"',
    ),
  /** Answers how often a Message-ID was accepted; without it a mail in doubt waits for a person. */
  MAIL_EVIDENCE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How long the mail server may take to answer a message, in seconds; RFC 5321 asks for ten minutes. */
  MAIL_ANSWER_SECONDS: z.coerce.number().int().min(1).max(3_600).default(600),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  /** Key of the signatures of webhooks, shared with the receivers. */
  WEBHOOK_SECRET: z.string().min(32, 'must have 32 characters or more'),
  /** Webhooks may call this machine and private networks: for development and tests alone. */
  WEBHOOK_ALLOW_PRIVATE: z.enum(['0', '1']).default('0'),
  WORKFLOW_BUNDLE: z.string().min(1).default('dist/workflow-bundle.js'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type WorkerEnvironment = z.infer<typeof schema>;

/** Reads the worker's settings. Throws one sentence for each that is missing or wrong, values left out. */
export function readEnvironment(env: NodeJS.ProcessEnv): WorkerEnvironment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`);
  throw new Error(
    `The worker cannot start. Set these environment variables right:\n${lines.join('\n')}`,
  );
}
