import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '@/prisma/generated/client';
import type { Prisma } from '@/prisma/generated/client';

/** What a store runs its statements on: the database itself or an open transaction. */
export type Db = PrismaClient | Prisma.TransactionClient;

const held = globalThis as {
  parallaxDb?: PrismaClient;
  parallaxPagesDb?: PrismaClient;
  parallaxPools?: Map<string, Pool>;
};

// In the server's process the pages stand beside the live server, each with a copy of this file and of
// Prisma's classes, by which queries and errors are known: so each has a pool of its own. Next writes
// its runtime into the code that it builds.
const name = process.env.NEXT_RUNTIME === undefined ? 'parallaxDb' : 'parallaxPagesDb';

/** How long a statement waits for a connection, in milliseconds; a page waits for 30 seconds in all. */
const connectionTimeout = 20_000;

function openPool(): Pool {
  const pool = new Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    // Behind a database that hangs, nobody waits for a connection without end.
    connectionTimeoutMillis: connectionTimeout,
  });
  // A connection that breaks on its way from one query to the next has nobody who listens, and would
  // end the process. Whoever asks by it is told anyway.
  pool.on('connect', (client) => client.on('error', () => undefined));
  (held.parallaxPools ??= new Map()).set(name === 'parallaxDb' ? 'server' : 'pages', pool);
  return pool;
}

/**
 * The one connection pool of the pages, or of the process around them. `DATABASE_URL` is set by
 * whoever starts the process (the server puts the embedded database's socket there), so it is read
 * on first use.
 */
export function db(): PrismaClient {
  held[name] ??= new PrismaClient({
    adapter: new PrismaPg(openPool(), { disposeExternalPool: true }),
  });
  return held[name];
}

/** Ends every pool of the process, so that it can stop. */
export async function closeDb(): Promise<void> {
  const pools = [held.parallaxDb, held.parallaxPagesDb];
  delete held.parallaxDb;
  delete held.parallaxPagesDb;
  delete held.parallaxPools;
  for (const open of pools) await open?.$disconnect();
}

/** How many connections each pool of the process has: in use, idle; and how many callers wait for one. */
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

// PostgreSQL's own: lost connections (a pooler's too), a server that stops or starts, one that has
// become a standby, and one that takes no more connections.
const awayStates = /^(?:08...|57P0[123]|25006|53300)$/;

// The driver's words, Prisma's for raw queries, whose code says only that they failed, and what
// PostgreSQL says while it is stopped, started or taken over by its standby.
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

/** Whether an error, or one that caused it, shows one of the signs. */
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

/** Whether what was thrown says that the database cannot be reached (now), rather than that it refused. */
export const isDatabaseAway = (thrown: unknown): boolean =>
  shows({ codes: away, states: awayStates, messages: awayMessages }, thrown);

const full: Signs = {
  codes: new Set(['ENOSPC', 'EDQUOT']),
  states: /^53100$/,
  messages: /No space left on device|Disk quota exceeded/i,
};

/** Whether what was thrown says that the database's disk is full: nothing was written. */
export const isStorageFull = (thrown: unknown): boolean => shows(full, thrown);
