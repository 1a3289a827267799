import { MessageReader, ended, message, typeOf, Answer } from './database-messages';

/** One who wants the database now and then. */
export type Client = {
  /** Whether there is something to do, now. */
  readonly isReady: boolean;
  /** Does one piece of it; answers whether the database must be kept for this guest. Never throws. */
  turn(): Promise<boolean>;
};

/**
 * Who has the database, which can do one thing at a time. Guests take turns in the order in which
 * they asked; one who keeps the database goes on alone until it is given back.
 */
export class Turns {
  readonly #waiting = new Set<Client>();
  #holder: Client | null = null;
  #running: Promise<void> | null = null;

  /** Queues a guest that has become ready. */
  enqueue(client: Client): void {
    if (!client.isReady) return;
    this.#waiting.add(client);
    this.#running ??= this.#run();
  }

  /** When nobody can go on. */
  async whenIdle(): Promise<void> {
    await this.#running;
  }

  /** Whether somebody waits for the one who keeps the database. */
  get isCrowded(): boolean {
    return this.#waiting.size > 0;
  }

  #next(): Client | undefined {
    if (this.#holder === null) return this.#waiting.values().next().value;
    return this.#waiting.has(this.#holder) ? this.#holder : undefined;
  }

  async #run(): Promise<void> {
    // The rest of what arrived together is read before the first has its turn.
    await Promise.resolve();
    for (let client = this.#next(); client !== undefined; client = this.#next()) {
      this.#waiting.delete(client);
      this.#holder = (await client.turn()) ? client : null;
      if (client.isReady) this.#waiting.add(client);
    }
    this.#running = null;
  }
}

/** What is needed of a database: PGlite, or a stand-in. */
export type RawDatabase = {
  execProtocolRawStream(
    messages: Uint8Array,
    options: { onRawData(data: Uint8Array): void },
  ): Promise<void>;
};

/** A query of the simple protocol. */
export const simpleQuery = (sql: string): Buffer => message('Q', ended(sql));

/** Asks for an end of what was sent, and for the state after it. */
export const sync: Buffer = message('S');

/** What a connection may have left in the session that all connections share. */
const reset = simpleQuery(
  'RESET SESSION AUTHORIZATION; RESET ALL; CLOSE ALL; UNLISTEN *; ' +
    'SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES',
);

/** What every client must know, as PGlite has it; nobody can set it otherwise for one connection. */
const settings = {
  client_encoding: 'UTF8',
  server_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  integer_datetimes: 'on',
  standard_conforming_strings: 'on',
};

const ok = message('R', Buffer.alloc(4));
/** There is nothing to cancel: while a statement runs, nobody is listened to. */
const noKey = message('K', Buffer.alloc(8));
const idleMessage = message('Z', Buffer.from('I'));

function parameterStatus(name: string, value: string): Buffer {
  return message('S', ended(name), ended(value));
}

/** The one session of the embedded database, which its connections share. */
export class DatabaseSession {
  readonly #database: RawDatabase;
  #greeting: Promise<Buffer> | null = null;
  /** Whose unnamed statement the session holds, as far as one is known to be whole. */
  unnamedBy: unknown = null;

  constructor(database: RawDatabase) {
    this.#database = database;
  }

  /** Has the database do what the messages say. */
  async send(messages: Uint8Array): Promise<Answer> {
    const answer = new Answer();
    const onRawData = (data: Uint8Array) => answer.push(data);
    await this.#database.execProtocolRawStream(messages, { onRawData });
    return answer;
  }

  /** What every client is greeted with: that it may come in, and what it must know. */
  greeting(): Promise<Buffer> {
    this.#greeting ??= this.#greet();
    return this.#greeting;
  }

  // Not by PostgreSQL's own start-up, which begins to wait for a password and so keeps a timer.
  async #greet(): Promise<Buffer> {
    const reader = new MessageReader();
    for (const piece of (await this.send(simpleQuery('SHOW server_version'))).pieces)
      reader.push(piece);
    let row = reader.next();
    while (row !== null && row.type !== typeOf('D')) row = reader.next();
    const version = row?.bytes.toString('utf8', 11) ?? '';
    const known = Object.entries({ ...settings, server_version: version });
    return Buffer.concat([
      ok,
      ...known.map(([name, value]) => parameterStatus(name, value)),
      noKey,
      idleMessage,
    ]);
  }

  /**
   * Clears up behind a connection that has ended. Settings made with `SET`, temporary tables and
   * advisory locks are the session's, so they go for every connection: on this database, `SET LOCAL`
   * and locks that end with a transaction are what can be relied on.
   */
  async clearUp(statements: Buffer): Promise<void> {
    // The first Sync ends what was begun and not finished; it also tells the state.
    const { state } = await this.send(sync);
    if (state !== 'I') await this.send(simpleQuery('ROLLBACK'));
    if (statements.length > 0) await this.send(Buffer.concat([statements, sync]));
    await this.send(reset);
    this.unnamedBy = null;
  }
}
