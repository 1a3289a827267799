import { MessageReader, ended, message, typeOf, Answer } from './database-messages';

/** A client that takes turns at the database. */
export type Client = {
  /** Whether there is something to do, now. */
  readonly isReady: boolean;
  /** Does one unit of work; returns whether the database must stay reserved for this client. Never throws. */
  turn(): Promise<boolean>;
};

/**
 * Schedules the database, which does one thing at a time. Clients take turns in the order in which they
 * became ready; one that reserves the database, in a transaction, continues alone until it releases it.
 */
export class Turns {
  readonly #waiting = new Set<Client>();
  #holder: Client | null = null;
  #running: Promise<void> | null = null;

  /** Queues a client that has become ready. */
  enqueue(client: Client): void {
    if (!client.isReady) return;
    this.#waiting.add(client);
    this.#running ??= this.#run();
  }

  /** Resolves when no client can continue. */
  async whenIdle(): Promise<void> {
    await this.#running;
  }

  /** Whether a client is waiting. */
  get isCrowded(): boolean {
    return this.#waiting.size > 0;
  }

  #next(): Client | undefined {
    if (this.#holder === null) return this.#waiting.values().next().value;
    return this.#waiting.has(this.#holder) ? this.#holder : undefined;
  }

  async #run(): Promise<void> {
    // Lets all data that arrived together be read before the first turn.
    await Promise.resolve();
    for (let client = this.#next(); client !== undefined; client = this.#next()) {
      this.#waiting.delete(client);
      this.#holder = (await client.turn()) ? client : null;
      if (client.isReady) this.#waiting.add(client);
    }
    this.#running = null;
  }
}

/** The part of PGlite that is used. */
export type RawDatabase = {
  execProtocolRawStream(
    messages: Uint8Array,
    options: { onRawData(data: Uint8Array): void },
  ): Promise<void>;
};

/** A query of the simple protocol. */
const simpleQuery = (sql: string): Buffer => message('Q', ended(sql));

/** The Sync message, which ends a sequence and returns the transaction state. */
export const sync: Buffer = message('S');

/** Removes what a connection may have left in the shared session. */
const reset = simpleQuery(
  'RESET SESSION AUTHORIZATION; RESET ALL; CLOSE ALL; UNLISTEN *; ' +
    'SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES',
);

/** The parameters reported to every client, as PGlite has them; they cannot be set for one connection. */
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
/** An empty cancel key: a running statement blocks the thread, so it cannot be cancelled. */
const noKey = message('K', Buffer.alloc(8));
const idleMessage = message('Z', Buffer.from('I'));

function parameterStatus(name: string, value: string): Buffer {
  return message('S', ended(name), ended(value));
}

/** The one session of the embedded database, which its connections share. */
export class DatabaseSession {
  readonly #database: RawDatabase;
  #greeting: Promise<Buffer> | null = null;
  /** The connection whose unnamed statement the session holds; null if unknown. */
  unnamedBy: unknown = null;

  constructor(database: RawDatabase) {
    this.#database = database;
  }

  /** Sends messages to the database; returns its answer. */
  async send(messages: Uint8Array): Promise<Answer> {
    const answer = new Answer();
    const onRawData = (data: Uint8Array) => answer.push(data);
    await this.#database.execProtocolRawStream(messages, { onRawData });
    return answer;
  }

  /** The messages that open a connection: authentication, parameters, cancel key, ready. */
  greeting(): Promise<Buffer> {
    this.#greeting ??= this.#greet();
    return this.#greeting;
  }

  // Not by PostgreSQL's own start-up, which begins to wait for a password and leaves a timer.
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
   * Cleans up after a connection has ended. Settings made with `SET`, temporary tables and advisory
   * locks belong to the shared session, so they are removed for every connection: on this database only
   * `SET LOCAL` and locks that end with a transaction are reliable.
   */
  async clearUp(statements: Buffer): Promise<void> {
    // The first Sync ends an unfinished sequence and returns the state.
    const { state } = await this.send(sync);
    if (state !== 'I') await this.send(simpleQuery('ROLLBACK'));
    if (statements.length > 0) await this.send(Buffer.concat([statements, sync]));
    await this.send(reset);
    this.unnamedBy = null;
  }
}
