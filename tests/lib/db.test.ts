import { expect, test } from '@jest/globals';
import { closeDb, db, isDatabaseAway, isStorageFull } from '@/lib/db';

test('there is one pool, and after its end another', async () => {
  const first = db();
  expect(db()).toBe(first);
  await closeDb();
  expect(db()).not.toBe(first);
  expect(await db().user.count()).toBe(0);
});

test('closing what was never opened does nothing', async () => {
  await closeDb();
  await expect(closeDb()).resolves.toBeUndefined();
});

test.each([
  ['a query', () => db().user.count()],
  ['a raw query', () => db().$queryRaw`SELECT 1`],
])('%s to a database that is not there finds it away', async (_, query) => {
  const { DATABASE_URL } = process.env;
  await closeDb();
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing';
  const thrown: unknown = await query().catch((error: unknown) => error);
  await closeDb();
  process.env.DATABASE_URL = DATABASE_URL;
  expect(isDatabaseAway(thrown)).toBe(true);
});

const coded = (code: string, cause?: unknown) =>
  Object.assign(new Error('words', { cause }), { code });

const asPrisma = (originalCode: string) =>
  Object.assign(coded('P2039'), { meta: { driverAdapterError: { cause: { originalCode } } } });

test.each([
  ['a code of the client', coded('P1001'), true],
  ['a code of the system', coded('ECONNREFUSED'), true],
  ['such a cause', new Error('words', { cause: coded('ENOENT') }), true],
  ['a state of PostgreSQL', coded('57P01'), true],
  ['a state that Prisma carries', asPrisma('25006'), true],
  ['a refusal that Prisma carries', asPrisma('23505'), false],
  ['words of the driver', new Error('Connection terminated unexpectedly'), true],
  ...[
    'terminating connection due to administrator command',
    'Client has encountered a connection error and is not queryable',
    'the database system is starting up',
    'the database system is shutting down',
    'the database system is not yet accepting connections',
    'the database system is not accepting connections',
    'the database system is in recovery mode',
  ].map((words): [string, unknown, boolean] => [`“${words}”`, new Error(words), true]),
  ['a refusal', coded('P2002'), false],
  ['another mistake', new Error('words'), false],
  ['no error at all', 'ECONNREFUSED', false],
])('%s tells whether it is away', (_, thrown, isAway) => {
  expect(isDatabaseAway(thrown)).toBe(isAway);
});

test.each([
  ['a state of PostgreSQL', coded('53100'), true],
  ['a state that Prisma carries', asPrisma('53100'), true],
  ['a code of the system', new Error('words', { cause: coded('ENOSPC') }), true],
  ['its words', new Error('could not extend file "base/5/1": No space left on device'), true],
  ['too many connections', coded('53300'), false],
  ['another mistake', new Error('words'), false],
])('%s tells whether the disk is full', (_, thrown, isFull) => {
  expect(isStorageFull(thrown)).toBe(isFull);
});

test('a statement that the database refuses does not count as away', async () => {
  const thrown: unknown = await db()
    .$queryRawUnsafe('SELEC 1')
    .catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Error);
  expect(isDatabaseAway(thrown)).toBe(false);
});
