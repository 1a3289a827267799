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
