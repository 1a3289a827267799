import { existsSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { makePrivate } from '@/server/private-files';
import { DurableFiles, durably } from './durable-files';

/** Opens the database in a folder, or begins a new one in it that is not yet safe from a power cut. */
export function begin(folder: string): Promise<PGlite> {
  const startParams = durably(PGlite.defaultStartParams);
  return PGlite.create({ fs: new DurableFiles(folder), startParams });
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}

/** Makes every file of a database that was begun, and closed again, its owner’s alone, and brings it to disk. */
export async function allToDisk(folder: string): Promise<void> {
  await makePrivate(folder);
  for (const name of await readdir(folder, { recursive: true })) await toDisk(join(folder, name));
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
  await allToDisk(aside);
  await rename(aside, folder);
  await toDisk(join(folder, '..'));
  return begin(folder);
}
