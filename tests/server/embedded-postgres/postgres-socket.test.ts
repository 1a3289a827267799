import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { ended, message } from '@/server/embedded-postgres/database-messages';
import { sync } from '@/server/embedded-postgres/database-session';
import { servePostgres } from '@/server/embedded-postgres/postgres-socket';

const open: Client[] = [];

async function client(url = process.env.DATABASE_URL): Promise<Client> {
  const made = new Client({ connectionString: url });
  made.on('error', () => undefined);
  await made.connect();
  open.push(made);
  return made;
}

const clients = (count: number) => Promise.all(Array.from({ length: count }, () => client()));

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.end()));
});

async function aCounter(): Promise<void> {
  const one = await client();
  await one.query('DROP TABLE IF EXISTS counter; CREATE TABLE counter (n int)');
  await one.query('INSERT INTO counter VALUES (0)');
}

const socketPath = () =>
  join(new URL(process.env.DATABASE_URL ?? '').searchParams.get('host') ?? '', '.s.PGSQL.5432');

/** A client's start-up packet with this code. */
function opening(code: number, ...rest: Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  const body = Buffer.concat(rest);
  head.writeUInt32BE(body.length + 8);
  head.writeUInt32BE(code, 4);
  return Buffer.concat([head, body]);
}

/** A raw protocol connection; `until` waits for a text in the answers. */
async function rawClient(first: Buffer) {
  const socket: Socket = createConnection(socketPath());
  let answers = '';
  socket.on('data', (data) => (answers += data.toString('latin1')));
  socket.on('error', () => undefined);
  socket.write(first);
  const until = async (words: string) => {
    while (!answers.includes(words)) await wait(5);
    const seen = answers;
    answers = '';
    return seen;
  };
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { socket, until, gone };
}

const startUp = opening(196_608, ended('user'), ended('postgres'), Buffer.from([0]));
const atRest = 'Z\0\0\0\x05I';
const prepare = (sql: string) => message('P', ended(''), ended(sql), Buffer.alloc(2));
const run = Buffer.concat([
  message('B', ended(''), ended(''), Buffer.alloc(6)),
  message('E', ended(''), Buffer.alloc(4)),
]);

const counted = async () => (await (await client()).query('SELECT n FROM counter')).rows[0].n;

afterEach(async () => {
  const one = await client();
  await one.query('DROP TABLE IF EXISTS counter');
});

test('ten transactions that read and then write lose nothing', async () => {
  await aCounter();
  const raise = async (one: Client) => {
    for (let round = 0; round < 5; round++) {
      await one.query('BEGIN');
      const { rows } = await one.query('SELECT n FROM counter');
      await one.query('UPDATE counter SET n = $1', [rows[0].n + 1]);
      await one.query('COMMIT');
    }
  };
  await Promise.all((await clients(10)).map(raise));
  expect(await counted()).toBe(50);
});

test('fifty connections get their own answers to statements without a name', async () => {
  const query = async (one: Client, at: number) => {
    const answers = [];
    for (let n = 0; n < 5; n++)
      answers.push((await one.query('SELECT $1::int * 100 + $2::int AS n', [at, n])).rows[0].n);
    return answers;
  };
  const answers = await Promise.all((await clients(50)).map(query));
  expect(answers).toEqual(
    Array.from({ length: 50 }, (_, at) => [0, 1, 2, 3, 4].map((n) => at * 100 + n)),
  );
});

test('prepared statements of the same name are kept apart', async () => {
  const [one, two] = [await client(), await client()];
  const first = { name: 'mine', text: 'SELECT 1 AS n' };
  const second = { name: 'mine', text: 'SELECT 2 AS n' };
  for (let round = 0; round < 2; round++) {
    expect((await one.query(first)).rows).toEqual([{ n: 1 }]);
    expect((await two.query(second)).rows).toEqual([{ n: 2 }]);
  }
});

test('a connection broken inside a transaction leaves nothing behind', async () => {
  await aCounter();
  const broken = await client();
  await broken.query('BEGIN');
  await broken.query('UPDATE counter SET n = 7');
  const waiting = counted();
  (
    broken as unknown as { connection: { stream: { destroy(): void } } }
  ).connection.stream.destroy();
  expect(await waiting).toBe(0);
});

test('a mistake outside and inside a transaction is the one’s who made it', async () => {
  await aCounter();
  const [one, two] = [await client(), await client()];
  await expect(one.query('SELEC 1')).rejects.toThrow('syntax error');
  await one.query('BEGIN');
  await one.query('UPDATE counter SET n = 7');
  await expect(one.query('SELECT $1::int / 0', [1])).rejects.toThrow('division by zero');
  const waiting = two.query('SELECT n FROM counter');
  await expect(one.query('SELECT 1')).rejects.toThrow('transaction is aborted');
  await one.query('ROLLBACK');
  expect((await waiting).rows).toEqual([{ n: 0 }]);
});

test('long texts and all of Unicode come back as they went', async () => {
  const text = 'a👩‍👩‍👧 ż'.repeat(150_000);
  const { rows } = await (await client()).query('SELECT $1::text AS t', [text]);
  expect(rows[0].t === text).toBe(true);
});

test('COPY FROM STDIN is refused, and the database lives on', async () => {
  const one = await client();
  await expect(one.query('COPY "User" FROM STDIN')).rejects.toThrow('cannot COPY FROM STDIN');
  expect((await one.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
});

test('what a connection set does not outlive it', async () => {
  const one = new Client({ connectionString: process.env.DATABASE_URL });
  await one.connect();
  await one.query('SET statement_timeout = 12345');
  await one.end();
  const two = await client();
  const { rows } = await two.query('SHOW statement_timeout');
  expect(rows).toEqual([{ statement_timeout: '0' }]);
});

test('something that is no PostgreSQL client is sent away', async () => {
  const socket = createConnection(socketPath());
  const response = new Promise<string>((resolve) => {
    let all = '';
    socket.on('data', (data) => (all += data.toString('latin1')));
    socket.on('close', () => resolve(all));
  });
  socket.write('GET / HTTP/1.1\r\n\r\n');
  expect(await response).toContain('08P01');
});

test('a statement without a name is its connection’s, whatever others ask between', async () => {
  const one = await rawClient(startUp);
  await one.until(atRest);
  one.socket.write(Buffer.concat([prepare("SELECT 'mine'"), sync]));
  await one.until(atRest);
  const other = await client();
  expect((await other.query('SELECT $1::text AS t', ['other'])).rows).toEqual([{ t: 'other' }]);
  one.socket.write(Buffer.concat([run, sync]));
  expect(await one.until(atRest)).toContain('mine');
  one.socket.destroy();
});

test('one that leaves after an error, without Sync, does not affect others’ answers', async () => {
  const one = await rawClient(startUp);
  await one.until(atRest);
  one.socket.write(Buffer.concat([prepare('SELECT 1 / 0'), run, message('H')]));
  await one.until('division by zero');
  one.socket.destroy();
  await one.gone;
  const other = await client();
  expect((await other.query('SELECT $1::int AS n', [5])).rows).toEqual([{ n: 5 }]);
});

test('one that only listens any more gets its answer', async () => {
  const one = await rawClient(startUp);
  await one.until(atRest);
  one.socket.end(message('Q', ended("SELECT 'last words'")));
  expect(await one.until('last words')).toContain('last words');
  one.socket.destroy();
});

test('one that asks for a cancellation is let go, and nothing is cancelled', async () => {
  const one = await rawClient(opening(80_877_102, Buffer.alloc(8)));
  await one.gone;
  expect((await (await client()).query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
});

test('locks and temporary tables go with their connection', async () => {
  const one = new Client({ connectionString: process.env.DATABASE_URL });
  await one.connect();
  await one.query('SELECT pg_advisory_lock(7)');
  await one.query('CREATE TEMP TABLE passing (n int)');
  await one.end();
  const two = await client();
  const left = await two.query(
    `SELECT (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks,
       to_regclass('passing') AS "table"`,
  );
  expect(left.rows).toEqual([{ locks: 0, table: null }]);
});

test('an error of the database is sent to its connection, and the others go on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-test-'));
  const row = Buffer.from('C\0\0\0\rSELECT 1\0Z\0\0\0\x05I', 'latin1');
  const thrown: unknown[] = [];
  const database = {
    execProtocolRawStream: async (
      messages: Uint8Array,
      { onRawData }: { onRawData(data: Uint8Array): void },
    ) => {
      if (Buffer.from(messages).includes('bang')) throw new Error('unreachable');
      onRawData(row);
    },
  };
  const socket = await servePostgres(database, join(folder, '.s.PGSQL.5432'), (e) =>
    thrown.push(e),
  );
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const [hit, other] = [await client(url), await client(url)];
  await expect(hit.query('SELECT bang')).rejects.toThrow('The embedded database failed');
  expect((await other.query('SELECT 1')).command).toBe('SELECT');
  expect(thrown).toEqual([new Error('unreachable')]);
  await socket.close();
  await rm(folder, { recursive: true });
});
