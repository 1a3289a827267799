import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { servePostgres } from '@/server/embedded-postgres/postgres-socket';
import { migrate } from '@/server/migrations/migrate';

const prefix = 'test-database-';

async function hashOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  const folder = join(root, 'prisma/migrations');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));
  for (const name of files.sort()) hash.update(name).update(await readFile(join(folder, name)));
  const pglite = join(root, 'node_modules/@electric-sql/pglite/package.json');
  return hash
    .update(await readFile(pglite))
    .digest('hex')
    .slice(0, 16);
}

/** The address of a PGlite whose socket is in this folder. */
export const urlOf = (folder: string): string =>
  `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;

/** The name of a PostgreSQL socket in its folder, as clients expect it. */
export const socketName = '.s.PGSQL.5432';

/**
 * The file with an empty migrated database, which is created if needed; each worker starts with a copy
 * of it in memory.
 */
export async function migratedDatabase(root: string): Promise<string> {
  const folder = join(root, '.set-up');
  const file = join(folder, `${prefix}${await hashOf(root)}.tar`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder))
    if (name.startsWith(prefix)) await rm(join(folder, name), { force: true });
  const place = await mkdtemp(join(tmpdir(), 'parallax-test-'));
  const database = await PGlite.create();
  const socket = await servePostgres(database, join(place, socketName));
  await migrate(urlOf(place), root);
  await socket.close();
  const dump = await database.dumpDataDir('none');
  await database.close();
  await rm(place, { recursive: true });
  const mine = `${file}-${randomUUID()}`;
  await writeFile(mine, Buffer.from(await dump.arrayBuffer()));
  await rename(mine, file);
  return file;
}
