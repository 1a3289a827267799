import { existsSync, fdatasyncSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { makePrivate } from '@/server/process/data-folder';

/** The used part of Emscripten's file systems, for which PGlite has no types. */
type Attributes = { mode?: number };
type NodeFiles = {
  node_ops: { setattr(node: unknown, attributes: Attributes): void };
  stream_ops: {
    fsync?: (stream: { nfd: number }) => number;
    setattr(stream: unknown, attributes: Attributes): void;
  };
};

type Init = NodeFS['init'];

/** Removes the permissions of others: Emscripten sets a file's mode itself, regardless of the umask. */
function keepPrivate(operations: { setattr(target: unknown, attributes: Attributes): void }): void {
  const { setattr } = operations;
  operations.setattr = (target, attributes) =>
    setattr(
      target,
      attributes.mode === undefined
        ? attributes
        : { ...attributes, mode: attributes.mode & ~0o077 },
    );
}

/**
 * PGlite's files on disk, with a working fsync. By default PGlite turns fsync off and Emscripten's does
 * nothing, so that a commit survives the end of the process but not a power cut. With this class and
 * `durably`, a commit is answered after its part of the log is on disk, and a checkpoint ends after the
 * pages are, as in PostgreSQL. The files are accessible to their owner only.
 */
class DurableFiles extends NodeFS {
  override async init(...given: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(...given);
    const preRun = [emscriptenOpts.preRun ?? []].flat();
    type Module = Parameters<(typeof preRun)[number]>[0];
    const mend = (module: Module) => {
      const { NODEFS } = module.FS.filesystems as unknown as { NODEFS: NodeFiles };
      NODEFS.stream_ops.fsync = ({ nfd }) => {
        fdatasyncSync(nfd);
        return 0;
      };
      keepPrivate(NODEFS.node_ops);
      keepPrivate(NODEFS.stream_ops);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, mend] } };
  }
}

/**
 * PGlite's start parameters with fsync on, by the only sync method that reaches the files, and with
 * small buffers, since the operating system caches the files anyway.
 */
const durably = (parameters: readonly string[]): string[] => [
  ...parameters.filter((one) => one !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=8MB',
];

/** Opens the database in a folder, or creates one, which is not yet safe from a power cut. */
export function begin(folder: string): Promise<PGlite> {
  const startParams = durably(PGlite.defaultStartParams);
  return PGlite.create({ fs: new DurableFiles(folder), startParams });
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}

/** Makes every file of a new, closed database accessible to its owner only, and writes it to disk (fsync). */
export async function allToDisk(folder: string): Promise<void> {
  await makePrivate(folder);
  for (const name of await readdir(folder, { recursive: true })) await toDisk(join(folder, name));
}

/**
 * Opens the database in a folder, which is created if needed. A new one is created under another name
 * and renamed when it is complete, so that an interrupted start leaves no partial database.
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
