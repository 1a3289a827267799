import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '@/prisma/generated/client';
import type { Prisma } from '@/prisma/generated/client';

/** What a store runs its statements on: the database or an open transaction. */
export type Db = PrismaClient | Prisma.TransactionClient;

const held = globalThis as {
  parallaxDb?: PrismaClient;
  parallaxPagesDb?: PrismaClient;
  parallaxPools?: Map<string, Pool>;
};

// Pages and the live server share a process, each with its own copy of this file and of Prisma’s
// classes, by which queries and errors are recognized; so each has a pool. Next inlines
// NEXT_RUNTIME into the code that it builds.
const name = process.env.NEXT_RUNTIME === undefined ? 'parallaxDb' : 'parallaxPagesDb';

/** How long a statement waits for a connection, in milliseconds; a page waits 30 seconds in all. */
const connectionTimeout = 20_000;

function openPool(): Pool {
  const pool = new Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    // A database that hangs must not keep callers waiting for ever.
    connectionTimeoutMillis: connectionTimeout,
  });
  // An error of an idle connection has no other listener and would end the process. Whoever uses
  // the connection gets the error anyway.
  pool.on('connect', (client) => client.on('error', () => undefined));
  (held.parallaxPools ??= new Map()).set(name === 'parallaxDb' ? 'server' : 'pages', pool);
  return pool;
}

/**
 * The client of the pages, or of the process around them, each with one connection pool. Whoever
 * starts the process sets `DATABASE_URL` (for the embedded database, to its socket), so it is read
 * on first use.
 */
export function db(): PrismaClient {
  held[name] ??= new PrismaClient({
    adapter: new PrismaPg(openPool(), { disposeExternalPool: true }),
  });
  return held[name];
}

/** Closes every pool of the process, so that it can stop. */
export async function closeDb(): Promise<void> {
  const pools = [held.parallaxDb, held.parallaxPagesDb];
  delete held.parallaxDb;
  delete held.parallaxPagesDb;
  delete held.parallaxPools;
  for (const open of pools) await open?.$disconnect();
}

/** The connections of each pool of the process: in use, idle, and callers waiting for one. */
export function poolFigures(): { pool: string; used: number; idle: number; waiting: number }[] {
  return [...(held.parallaxPools ?? [])].map(([pool, { totalCount, idleCount, waitingCount }]) => ({
    pool,
    used: totalCount - idleCount,
    idle: idleCount,
    waiting: waitingCount,
  }));
}

const away = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);

// PostgreSQL’s SQLSTATEs: lost connections (a pooler’s too), a server that stops or starts, one
// that has become a standby, and one that takes no more connections.
const awayStates = /^(?:08...|57P0[123]|25006|53300)$/;

// Messages of the driver, of Prisma for raw queries (whose code only says that they failed), and of
// PostgreSQL while it stops, starts or fails over.
const awayMessages = new RegExp(
  [
    'Connection terminated',
    'connection timeout',
    'timeout exceeded when trying to connect',
    'server (?:has )?closed the connection',
    'ConnectionClosed',
    "Can't reach database server",
    'connection error and is not queryable',
    'Unable to start a transaction',
    'terminating connection',
    'database system is (?:starting up|shutting down|in recovery mode|not (?:yet )?accepting)',
  ].join('|'),
  'i',
);

type ErrorShape = {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } };
};

type Signs = { codes: ReadonlySet<string>; states: RegExp; messages: RegExp };

/** Whether an error, or one in its chain of causes, shows one of the signs. */
function shows({ codes, states, messages }: Signs, thrown: unknown): boolean {
  let error = thrown;
  while (typeof error === 'object' && error !== null) {
    const { code, message, cause, meta } = error as ErrorShape;
    const state = meta?.driverAdapterError?.cause?.originalCode ?? code;
    if (typeof code === 'string' && codes.has(code)) return true;
    if (typeof state === 'string' && states.test(state)) return true;
    if (typeof message === 'string' && messages.test(message)) return true;
    error = cause;
  }
  return false;
}

/** Whether an error means that the database cannot be reached (now), rather than that it refused. */
export const isDatabaseAway = (thrown: unknown): boolean =>
  shows({ codes: away, states: awayStates, messages: awayMessages }, thrown);

const full: Signs = {
  codes: new Set(['ENOSPC', 'EDQUOT']),
  states: /^53100$/,
  messages: /No space left on device|Disk quota exceeded/i,
};

/** Whether an error means that the database’s disk is full; nothing was written. */
export const isStorageFull = (thrown: unknown): boolean => shows(full, thrown);
