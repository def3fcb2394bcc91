import { z } from 'zod';
import { SetupProblem } from './setup-problem.ts';

const isUrl = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

const url = (...protocols: string[]) => z.string().refine((text) => isUrl(text, protocols));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * What may be set, and for each what it must be and what happens when it is not set: the remedy in the sentence
 * about a wrong value. `secret` values are never shown.
 */
const variables = {
  DATABASE_URL: {
    schema: url('postgres:', 'postgresql:').optional(),
    remedy:
      'set it to postgresql://user:password@host:5432/database, or leave it unset for the embedded PostgreSQL',
    secret: true,
  },
  TEMPORAL_ADDRESS: {
    schema: z
      .string()
      .regex(/^[^\s:/]+:\d{1,5}$/)
      .optional(),
    remedy:
      'set it to host:port, such as 127.0.0.1:7233, or leave it unset for a server of our own',
  },
  TEMPORAL_NAMESPACE: {
    schema: z
      .string()
      .regex(/^[\w.-]{2,200}$/)
      .default('default'),
    remedy: 'use letters, digits, dots and dashes, or leave it unset for "default"',
  },
  TASK_QUEUE: {
    schema: z
      .string()
      .regex(/^[\w.-]{1,200}$/)
      .default('deals'),
    remedy: 'use letters, digits, dots and dashes, or leave it unset for "deals"',
  },
  SMTP_URL: {
    schema: url('smtp:', 'smtps:').optional(),
    remedy:
      'set it to smtp://user:password@host:587, or leave it unset for the development mail server',
    secret: true,
  },
  MAIL_FROM: {
    schema: z
      .string()
      .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)
      .optional(),
    remedy: 'set it to a sender such as "Sales <sales@example.com>"',
  },
  MAIL_EVIDENCE_URL: {
    schema: url('http:', 'https:').optional(),
    remedy:
      'set it to the HTTP address of a mail index, or leave it unset (the development mail server sets its own)',
  },
  PUBLIC_URL: {
    schema: url('http:', 'https:').optional(),
    remedy:
      'set it to the address that people open, such as https://sales.example.com, or leave it unset for http://127.0.0.1:PORT',
  },
  HOST: {
    schema: z.string().regex(/^\S+$/).default('127.0.0.1'),
    remedy: 'set it to an address to listen on, or leave it unset for 127.0.0.1',
  },
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().min(1).max(65_535))
      .default(8080),
    remedy: 'set it to a whole number from 1 to 65535, or leave it unset for 8080',
  },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .regex(/^((loopback|linklocal|uniquelocal|[\da-fA-F.:]+(\/\d{1,3})?)(\s*,\s*|$))+$/)
      .default('loopback'),
    remedy:
      'set it to the addresses or networks of your proxies, such as "loopback, 10.0.0.0/8", or leave it unset for loopback',
  },
  SESSION_SECRET: {
    schema: z.string().min(32).optional(),
    remedy:
      'set it to 32 random characters or more, or leave it unset to have one made and kept in the state folder',
    secret: true,
  },
  WEBHOOK_SECRET: {
    schema: z.string().min(32).optional(),
    remedy:
      'set it to 32 random characters or more, or leave it unset to have one made and kept in the state folder',
    secret: true,
  },
  WEBHOOK_ALLOW_PRIVATE: {
    schema: z.enum(['0', '1']).default('0'),
    remedy:
      'set it to 1 in development to let webhooks call this machine, or leave it unset for the open internet alone',
  },
  FILES_DIR: {
    schema: z.string().min(1).optional(),
    remedy: 'set it to a folder for uploaded files, or leave it unset for one in the state folder',
  },
  STAGEWRIGHT_HOME: {
    schema: z.string().min(1).default('.stagewright'),
    remedy: 'set it to a folder that keeps all data, or leave it unset for .stagewright',
  },
  LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS).default('info'),
    remedy: `set it to one of ${LOG_LEVELS.join(', ')}, or leave it unset for info`,
  },
} as const satisfies Record<string, { schema: z.ZodType; remedy: string; secret?: boolean }>;

type Variables = typeof variables;
export type VariableName = keyof Variables;
export type Environment = { readonly [Name in VariableName]: z.output<Variables[Name]['schema']> };

/** Every variable there is, for documents and for the test of docker-compose.yml. */
export const variableNames = Object.keys(variables) as readonly VariableName[];

/**
 * Reads the configuration. An empty value counts as not set.
 * @throws SetupProblem with a sentence for each wrong variable: its name, its value unless secret, the remedy.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const problems: string[] = [];
  const values = variableNames.map((name) => {
    const result = variables[name].schema.safeParse(env[name] || undefined);
    if (!result.success) problems.push(sentenceAbout(name, env[name] ?? ''));
    return [name, result.data] as const;
  });
  if (env['SMTP_URL'] && !env['MAIL_FROM']) {
    problems.push(`MAIL_FROM is not set, while SMTP_URL is: ${variables.MAIL_FROM.remedy}.`);
  }
  if (problems.length > 0) throw new SetupProblem(problems.join('\n'));
  return Object.fromEntries(values) as Environment;
}

function sentenceAbout(name: VariableName, value: string): string {
  const about: { remedy: string; secret?: boolean } = variables[name];
  const shown = about.secret
    ? 'has a value that cannot be used'
    : `is "${value}", which cannot be used`;
  return `${name} ${shown}: ${about.remedy}.`;
}
