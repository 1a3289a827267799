import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { servePostgres } from '@/server/embedded-postgres/postgres-socket';
import { socketName, urlOf } from './migrated-database';

/** Deletes every row except those of the migrations table. */
export const emptyAll = `DO $$ BEGIN EXECUTE (
  SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
  FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
); END $$`;

/**
 * The database of one worker: a PGlite in the worker's memory behind the server's own socket. It starts
 * with the first connection, so that files without a database do not wait for one.
 */
export class WorkerDatabase {
  readonly #folder = mkdtempSync(join(tmpdir(), 'parallax-test-'));
  #database: Promise<PGlite> | null = null;
  #isUsed = false;

  get url(): string {
    return urlOf(this.#folder);
  }

  async listen(): Promise<void> {
    process.on('exit', () => rmSync(this.#folder, { recursive: true, force: true }));
    const lazily: Parameters<typeof servePostgres>[0] = {
      execProtocolRawStream: async (messages, options) => {
        this.#isUsed = true;
        this.#database ??= begin();
        await (await this.#database).execProtocolRawStream(messages, options);
      },
    };
    const socket = await servePostgres(lazily, join(this.#folder, socketName), (thrown) => {
      process.stderr.write(`The test database broke: ${String(thrown)}\n`);
    });
    socket.unref();
  }

  /** Deletes the rows that the previous test file has left. */
  async empty(): Promise<void> {
    if (!this.#isUsed) return;
    await (await this.#database)?.exec(emptyAll);
    this.#isUsed = false;
  }
}

function begin(): Promise<PGlite> {
  const file = process.env.PARALLAX_TEST_DATABASE;
  if (file === undefined) throw new Error('The set-up of the tests did not run.');
  return PGlite.create({ loadDataDir: new Blob([readFileSync(file)]) });
}
