import { Answer } from './database-answer';
import { ended, message } from './database-messages';

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

function startupPacket(): Buffer {
  const body = Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0', 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
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
  async ask(messages: Uint8Array): Promise<Answer> {
    const answer = new Answer();
    const onRawData = (data: Uint8Array) => answer.push(data);
    await this.#database.execProtocolRawStream(messages, { onRawData });
    return answer;
  }

  /** What every client is greeted with: that it may come in, and the settings it must know. */
  greeting(): Promise<Buffer> {
    this.#greeting ??= this.ask(startupPacket()).then(({ pieces }) => Buffer.concat(pieces));
    return this.#greeting;
  }

  /**
   * Clears up behind a connection that has ended. Settings made with `SET`, temporary tables and
   * advisory locks are the session's, so they go for every connection: on this database, `SET LOCAL`
   * and locks that end with a transaction are what can be relied on.
   */
  async clearUp(statements: Buffer): Promise<void> {
    // The first Sync ends what was begun and not finished; it also tells the state.
    const { state } = await this.ask(sync);
    if (state !== 'I') await this.ask(simpleQuery('ROLLBACK'));
    if (statements.length > 0) await this.ask(Buffer.concat([statements, sync]));
    await this.ask(reset);
    this.unnamedBy = null;
  }
}
