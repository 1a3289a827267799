import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import type { Prisma } from '@/prisma/generated/client';

/** What a store runs its statements on: the database itself or an open transaction. */
export type Db = PrismaClient | Prisma.TransactionClient;

const held = globalThis as { parallaxDb?: PrismaClient };

/**
 * The one connection pool of this process. `DATABASE_URL` is set by whoever starts the process
 * (the server puts the embedded database's socket there), so it is read on first use.
 */
export function db(): PrismaClient {
  held.parallaxDb ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 10 }),
  });
  return held.parallaxDb;
}

/** Ends the pool, so that the process can stop. */
export async function closeDb(): Promise<void> {
  await held.parallaxDb?.$disconnect();
  delete held.parallaxDb;
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

// The driver's words, and Prisma's for raw queries, whose code says only that they failed.
const awayWords =
  /Connection terminated|connection timeout|server (?:has )?closed the connection|ConnectionClosed|Can't reach database server/i;

/** Whether what was thrown says that the database cannot be reached (now), rather than that it refused. */
export function isDatabaseAway(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && away.has(code)) return true;
    if (awayWords.test(error.message)) return true;
  }
  return false;
}
