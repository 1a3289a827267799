import { existsSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { makePrivate } from './private-files';
import { DurableFiles, durably } from './durable-files';

function begin(folder: string): Promise<PGlite> {
  const startParams = durably(PGlite.defaultStartParams);
  return PGlite.create({ fs: new DurableFiles(folder), startParams });
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}

/**
 * Opens the database in a folder, making it first where there is none. It is made aside and put in
 * place whole, so that a start that was cut off leaves nothing half made to open.
 */
export async function openFiles(folder: string): Promise<PGlite> {
  if (existsSync(folder)) return begin(folder);
  const aside = `${folder}.new`;
  await rm(aside, { recursive: true, force: true });
  await (await begin(aside)).close();
  await makePrivate(aside);
  for (const name of await readdir(aside, { recursive: true })) await toDisk(join(aside, name));
  await rename(aside, folder);
  await toDisk(join(folder, '..'));
  return begin(folder);
}
