import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** Host names of the loopback interface. */
export const loopbackHost = /^(?:localhost|127(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}|\[?::1\]?)$/i;

const parsedUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

const isWeb = (text: string): boolean => {
  const url = parsedUrl(text);
  if (url === null) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHost.test(url.hostname));
};

const schemeOf = (text: string): string => parsedUrl(text)?.protocol ?? '';

const webAddress = (example: string) =>
  z
    .string()
    .refine(
      isWeb,
      `must be an address like ${example} (http:// is taken for this machine only: elsewhere passwords would travel in the open)`,
    );

const publicUrl = webAddress('https://parallax.example.org').refine((text) => {
  const url = parsedUrl(text);
  return url === null || (url.pathname === '/' && url.search === '' && url.hash === '');
}, 'must end after the host: Parallax cannot be served below a path');

const isNetwork = (text: string): boolean => {
  const [address = '', prefix, ...more] = text.split('/');
  const isIpv4 = ipaddr.IPv4.isValidFourPartDecimal(address);
  if (more.length > 0 || (!isIpv4 && !ipaddr.IPv6.isValid(address))) return false;
  if (address.includes('%')) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIpv4 ? 32 : 128);
};

const networks = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine(
    (all) => all.every(isNetwork),
    'must be addresses or networks with commas between them, as in 127.0.0.1, 10.0.0.0/8, 2001:db8::/32',
  );

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, 'must be the name or the address of a network interface')
    .default('127.0.0.1'),
  PARALLAX_DATA: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => ['postgres:', 'postgresql:'].includes(schemeOf(text)),
      'must begin with postgres:// or postgresql://, as in postgres://user:password@host:5432/name',
    )
    .optional(),
  REDIS_URL: z
    .string()
    .refine(
      (text) => ['redis:', 'rediss:'].includes(schemeOf(text)),
      'must begin with redis:// or rediss://, as in redis://host:6379',
    )
    .optional(),
  PARALLAX_DRAIN: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number of seconds from 0 to 999')
    .transform(Number)
    .default(0),
  PARALLAX_MIN_FREE_MB: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number of megabytes from 0 to 999999')
    .transform(Number)
    .default(64),
  PARALLAX_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters, as “openssl rand -base64 32” makes them')
    .optional(),
  PARALLAX_METRICS_TOKEN: z
    .string()
    .regex(/^[\w-]{16,200}$/, 'must have at least 16 letters, digits, - or _, and nothing else')
    .optional(),
  PARALLAX_LOG_FORMAT: z
    .enum(['readable', 'json'], { error: 'must be readable or json' })
    .optional(),
  PARALLAX_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info'),
  PARALLAX_URL: publicUrl.optional(),
  PARALLAX_TRUSTED_PROXIES: networks.optional(),
  PARALLAX_SMTP_URL: z
    .string()
    .refine(
      (text) => ['smtp:', 'smtps:'].includes(schemeOf(text)) && parsedUrl(text)?.hostname !== '',
      'must be an address like smtps://user:password@mail.example.org:465, or smtp://localhost:25',
    )
    .optional(),
  PARALLAX_MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n"]{1,100} <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/,
      'must be an e-mail address, as in Parallax <parallax@example.org>',
    )
    .optional(),
  PARALLAX_OWNER_EMAIL: z.string().optional(),
  PARALLAX_OWNER_PASSWORD: z.string().optional(),
  PARALLAX_OWNER_NAME: z.string().optional(),
  OIDC_ISSUER: webAddress('https://accounts.example.org').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  GITHUB_URL: webAddress('https://github.example.org').optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
});

type Variables = z.infer<typeof variables>;

/** The settings of the process, validated. */
export type Env = {
  port: number;
  host: string;
  /** As given; relative to the folder of the project. */
  dataFolder: string;
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Seconds for which it still serves after announcing that it will stop. */
  drain: number;
  /** Changes are refused while the disk of the data folder has fewer free megabytes (2^20 bytes). */
  minFreeMegabytes: number;
  secret: string | null;
  /** The public origin, without a trailing slash; null: the loopback name that the browser uses. */
  publicUrl: string | null;
  /** Addresses and networks (CIDR) of proxies whose `X-Forwarded-For` is trusted. */
  trustedProxies: string[];
  /** The SMTP server, and the sender of mails; null where none is sent. */
  mail: { url: string; from: string } | null;
  owner: { email: string; password: string; name: string } | null;
  /** `format` null: readable on a terminal, JSON otherwise. */
  log: { format: 'readable' | 'json' | null; level: 'debug' | 'info' | 'warn' | 'error' };
};

/** Proxies on this machine, trusted by default. */
const loopback = ['127.0.0.0/8', '::1'];

/** An invalid setting, with a sentence that names its variable and never its value. */
export class EnvProblem extends Error {
  override readonly name = 'EnvProblem';
}

const together: (keyof Variables)[][] = [
  ['PARALLAX_OWNER_EMAIL', 'PARALLAX_OWNER_PASSWORD', 'PARALLAX_OWNER_NAME'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
];

function checkWhole(given: Variables): void {
  for (const names of together) {
    const missing = names.filter((name) => given[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) continue;
    throw new EnvProblem(
      `${missing.join(' and ')} must be set as well: ${names.join(', ')} belong together.`,
    );
  }
  if (given.PARALLAX_URL === undefined && !loopbackHost.test(given.HOST)) {
    throw new EnvProblem(
      'PARALLAX_URL must be set when HOST is not this machine alone: links, cookies and the check of where requests come from need the public address.',
    );
  }
}

function checkShared(given: Variables): void {
  if (given.REDIS_URL === undefined) return;
  if (given.DATABASE_URL === undefined)
    throw new EnvProblem(
      'DATABASE_URL must be set when REDIS_URL is: Redis joins processes that share one PostgreSQL, and the embedded database serves one process only.',
    );
  if (given.PARALLAX_SECRET === undefined)
    throw new EnvProblem(
      'PARALLAX_SECRET must be set, and the same for every process, when REDIS_URL is: a session that one process has signed must hold at the others.',
    );
}

function mailOf(given: Variables): Env['mail'] {
  const { PARALLAX_SMTP_URL: url, PARALLAX_MAIL_FROM: from, PARALLAX_URL: address } = given;
  if (url === undefined) return null;
  const host = address === undefined ? 'localhost' : new URL(address).hostname;
  return { url, from: from ?? `Parallax <parallax@${host}>` };
}

/**
 * Reads the settings from environment variables; an empty variable counts as unset.
 *
 * @throws {EnvProblem} for the first invalid one.
 */
export function readEnv(vars: Record<string, string | undefined>): Env {
  const set = Object.entries(vars).filter(([, value]) => value !== undefined && value !== '');
  const parsed = variables.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new EnvProblem(`${String(issue?.path[0])} ${issue?.message ?? 'is not valid'}.`);
  }
  const given = parsed.data;
  checkWhole(given);
  checkShared(given);
  const { PARALLAX_OWNER_EMAIL: email, PARALLAX_OWNER_PASSWORD: password } = given;
  const { PARALLAX_OWNER_NAME: name } = given;
  return {
    port: given.PORT,
    host: given.HOST,
    dataFolder: given.PARALLAX_DATA,
    databaseUrl: given.DATABASE_URL ?? null,
    redisUrl: given.REDIS_URL ?? null,
    drain: given.PARALLAX_DRAIN,
    minFreeMegabytes: given.PARALLAX_MIN_FREE_MB,
    secret: given.PARALLAX_SECRET ?? null,
    publicUrl: given.PARALLAX_URL === undefined ? null : new URL(given.PARALLAX_URL).origin,
    trustedProxies:
      given.PARALLAX_TRUSTED_PROXIES ?? (given.PARALLAX_URL === undefined ? [] : loopback),
    mail: mailOf(given),
    owner: email && password && name ? { email, password, name } : null,
    log: { format: given.PARALLAX_LOG_FORMAT ?? null, level: given.PARALLAX_LOG_LEVEL },
  };
}
