import { v7 } from 'uuid';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Person } from './person';

type Row = { id: string; name: string; email: string };

function personOf(row: Row): Person {
  return { userId: row.id, name: row.name, email: row.email };
}

/** Whether there is any account. */
export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) !== null;
}

/** The person with this id; null if there is none or the account is disabled. */
export async function findPerson(db: Db, userId: string): Promise<Person | null> {
  const row = await db.user.findUnique({ where: { id: userId, disabledAt: null } });
  return row && personOf(row);
}

/** The names of these people, by id. */
export async function findNames(db: Db, userIds: string[]): Promise<Map<string, string>> {
  const rows = await db.user.findMany({
    where: { id: { in: userIds } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The oldest account that is not disabled; null if there is none. */
export async function findOldest(db: Db): Promise<Person | null> {
  const row = await db.user.findFirst({
    where: { disabledAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return row && personOf(row);
}

/** An enabled account by the stored form of its e-mail address, with its password hash; null if none. */
export async function findByEmail(
  db: Db,
  email: string,
): Promise<(Person & { passwordHash: string | null }) | null> {
  const row = await db.user.findUnique({ where: { email, disabledAt: null } });
  return row && { ...personOf(row), passwordHash: row.passwordHash };
}

/** An enabled account by its identity at a sign-in provider; null if none. */
export async function findByExternal(
  db: Db,
  provider: string,
  subject: string,
): Promise<Person | null> {
  const row = await db.externalAccount.findUnique({
    where: { provider_subject: { provider, subject } },
    include: { user: true },
  });
  return row && row.user.disabledAt === null ? personOf(row.user) : null;
}

/** Binds an identity at a provider to a person. */
export async function linkExternal(
  db: Db,
  userId: string,
  provider: string,
  subject: string,
): Promise<void> {
  await db.externalAccount.create({ data: { userId, provider, subject } });
}

/** Adds a person; null if the e-mail address is taken. */
export async function insertPerson(
  db: Db,
  person: { name: string; email: string; passwordHash: string | null },
): Promise<Person | null> {
  const rows = await db.user.createManyAndReturn({
    data: [{ id: v7(), ...person }],
    skipDuplicates: true,
  });
  return rows[0] ? personOf(rows[0]) : null;
}

/** Sets a new password hash and ends every session of the person except `exceptSessionId`. */
export async function replacePassword(
  db: Db,
  userId: string,
  passwordHash: string,
  exceptSessionId: string | null = null,
): Promise<void> {
  const ended = {
    where: { endedAt: null, ...(exceptSessionId === null ? {} : { id: { not: exceptSessionId } }) },
    data: { endedAt: new Date() },
  };
  await db.user.update({
    where: { id: userId },
    data: { passwordHash, sessions: { updateMany: ended } },
  });
}

/** Disables an account and ends its sessions; false if it is disabled already. */
export async function disable(db: Db, userId: string): Promise<boolean> {
  const { count } = await db.user.updateMany({
    where: { id: userId, disabledAt: null },
    data: { disabledAt: new Date() },
  });
  if (count === 0) return false;
  await db.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } });
  return true;
}

/** Enables a disabled account; false if it is not disabled. */
export async function enable(db: Db, userId: string): Promise<boolean> {
  const { count } = await db.user.updateMany({
    where: { id: userId, disabledAt: { not: null } },
    data: { disabledAt: null },
  });
  return count === 1;
}

/** The account with this e-mail address in its stored form, disabled or not; null if none. */
export async function findAccount(
  db: Db,
  email: string,
): Promise<{ userId: string; name: string; isDisabled: boolean } | null> {
  const row = await db.user.findUnique({ where: { email } });
  return row && { userId: row.id, name: row.name, isDisabled: row.disabledAt !== null };
}

/** Takes an advisory lock until the end of the transaction: for what may happen only once in a database. */
export async function queueForFirst(db: Db): Promise<void> {
  await db.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(7261540)`);
}
