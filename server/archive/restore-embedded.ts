import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { allToDisk, begin } from '@/server/embedded-postgres/embedded-files';
import { lockFolder } from '@/server/embedded-postgres/folder-lock';
import { servePostgres } from '@/server/embedded-postgres/postgres-socket';
import { migrate, withConnection } from '@/server/migrations/migrate';
import { ArchiveProblem } from '@/server/process/operator-problem';
import type { Archive } from './archive-reader';
import { syncFolder } from './archive-writer';
import { columnList, compareInSnapshot, loadTables, quoted } from './database-tables';

const [newline, pieceBytes] = [10, 2 * 1024 * 1024];

/** Joins chunks to pieces of about two megabytes that end with a row. */
async function* wholeRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    pending.push(chunk);
    bytes += chunk.length;
    if (bytes < pieceBytes) continue;
    const joined = Buffer.concat(pending);
    const end = joined.lastIndexOf(newline) + 1;
    if (end > 0) yield joined.subarray(0, end);
    pending = [joined.subarray(end)];
    bytes = joined.length - end;
  }
  if (bytes > 0) yield Buffer.concat(pending);
}

const load = (database: PGlite, archive: Archive): Promise<void> =>
  database.transaction((transaction) =>
    loadTables(
      {
        query: async <Row>(sql: string) => (await transaction.query<Row>(sql)).rows,
        // The embedded database copies only from memory, so piece by piece.
        async copyIn({ name, columns }, rows) {
          const sql = `COPY ${quoted(name)} (${columnList(columns)}) FROM '/dev/blob'`;
          for await (const piece of wholeRows(rows))
            await transaction.query(sql, [], { blob: new Blob([new Uint8Array(piece)]) });
        },
      },
      archive,
    ),
  );

/** Serves a database at a socket while `work` runs, and disconnects all clients afterwards. */
async function served(database: PGlite, work: (url: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'parallax-'));
  const socket = await servePostgres(database, join(directory, '.s.PGSQL.5432'));
  try {
    await work(`postgresql://postgres@localhost/postgres?host=${encodeURIComponent(directory)}`);
  } finally {
    await socket.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Creates the archive's database in a new folder, compares it with the archive and migrates it. */
async function build(folder: string, archive: Archive, root: string): Promise<void> {
  const database = await begin(folder);
  try {
    await served(database, (url) => migrate(url, root, archive.manifest.migrations.at(-1)?.name));
    // Not while it is served: the clean-up after a client would end this transaction.
    await load(database, archive);
    await served(database, async (url) => {
      await withConnection(url, (client) => compareInSnapshot(client, archive));
      await migrate(url, root);
    });
  } finally {
    await database.close();
  }
  await allToDisk(folder);
}

/** Writes the secret atomically; returns the path of a different earlier one, null if there was none. */
async function placeSecret(folder: string, secret: string, beside: string): Promise<string | null> {
  const path = join(folder, 'secret');
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before !== null && before.trim() === secret.trim()) return null;
  const mine = `${path}-${randomUUID()}`;
  await writeFile(mine, secret, { mode: 0o600, flush: true });
  if (before !== null) await link(path, beside);
  await rename(mine, path);
  return before === null ? null : beside;
}

async function refuseOthersFolder(folder: string): Promise<void> {
  const { uid } = await stat(folder);
  const mine = process.getuid?.() ?? uid;
  if (uid !== mine)
    throw new ArchiveProblem(
      `The data folder ${folder} belongs to another user (${uid}). Restore as that user, whom Parallax runs as. Nothing was changed.`,
    );
}

/**
 * Restores an archive into a data folder. A folder with a database is refused unless `replace`, which
 * renames that database; returns the paths of the earlier database and secret.
 *
 * @throws {ArchiveProblem} If it is refused, or if the result differs from the archive; the folder is
 *   then unchanged.
 */
export async function restoreEmbedded(
  folder: string,
  archive: Archive,
  { replace, root }: { replace: boolean; root: string },
): Promise<string[]> {
  await refuseOthersFolder(folder);
  const release = await lockFolder(folder);
  if (release === null)
    throw new ArchiveProblem(
      `A Parallax is using the data folder ${folder}. Stop it first. Nothing was changed.`,
    );
  const database = join(folder, 'database');
  const aside = join(folder, 'database.restoring');
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const backups: string[] = [];
  try {
    if (existsSync(database) && !replace)
      throw new ArchiveProblem(
        `The data folder ${folder} has a database already. Name an empty folder with PARALLAX_DATA, or add --replace, which keeps that database beside the new one. Nothing was changed.`,
      );
    await rm(aside, { recursive: true, force: true });
    await build(aside, archive, root);
    if (existsSync(database)) {
      const old = `${database}.before-${stamp}`;
      await rename(database, old);
      backups.push(old);
    }
    await rename(aside, database);
    const secret = await archive.readSecret();
    const before =
      secret && (await placeSecret(folder, secret, join(folder, `secret.before-${stamp}`)));
    if (before) backups.push(before);
    await syncFolder(folder);
    return backups;
  } finally {
    await rm(aside, { recursive: true, force: true });
    await release();
  }
}
