import { z } from 'zod';

const trusted = String.raw`(loopback|linklocal|uniquelocal|[\da-fA-F.:]+(/\d{1,3})?)`;
const trustList = new RegExp(String.raw`^${trusted}(\s*,\s*${trusted})*$`);

const schema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s/]+:\d+$/, 'must be host:port, like 127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TASK_QUEUE: z.string().min(1).default('deals'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Origin that browsers see; requests from another are refused. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  /** Addresses of the proxies before the api: what they say of the client's address is believed. */
  TRUSTED_PROXIES: z
    .string()
    .regex(trustList, 'must be addresses or networks, like loopback, 10.0.0.0/8')
    .default('loopback'),
  SESSION_SECRET: z.string().min(32, 'must have 32 characters or more'),
  FILES_DIR: z.string().min(1),
  /** Base address of the development mail server; without it there is no mail page. */
  MAIL_EVIDENCE_URL: z.url({ protocol: /^https?$/ }).optional(),
  WEB_DIR: z.string().default('dist/designer'),
  ORGANISATION: z.string().min(1).default('Promyk Energia'),
  /** Set by `npm start` alone, where everything is its own and only this machine can reach it. */
  DEMO_LOGINS: z.enum(['0', '1']).default('0'),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Environment = z.infer<typeof schema>;

/** Whether the demo company may be entered without a password. */
export function offersDemoPeople({ DEMO_LOGINS, NODE_ENV, HOST }: Environment): boolean {
  return DEMO_LOGINS === '1' && NODE_ENV !== 'production' && isLoopback(HOST);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Reads the configuration of the api from environment variables.
 * @throws Error that names each wrong variable and what it must be, never its value.
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const present = Object.entries(variables).filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(present));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The api cannot start with these environment variables:\n${lines.join('\n')}`);
}
