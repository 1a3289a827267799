import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ArchiveProblem } from '@/server/process/operator-problem';

/** Adds a file to an archive; resolves when all of it has been read. */
export type AddFile = (name: string, chunks: AsyncIterable<Buffer>) => Promise<void>;

/** @throws {ArchiveProblem} If the path exists. */
export async function refuseExisting(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null)
    throw new ArchiveProblem(`${path} is there already. Choose another name, or remove it first.`);
}

/** Writes a folder's directory entries to disk (fsync). */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

/**
 * Writes a ZIP archive, readable by its owner only, under a temporary name beside `path` and renames it
 * when all of it is on disk. A failure leaves no file behind.
 */
export async function writeArchive(
  path: string,
  fill: (add: AddFile) => Promise<void>,
): Promise<{ bytes: number }> {
  await refuseExisting(path);
  const partial = `${path}.partial-${randomUUID()}`;
  const handle = await open(partial, 'wx', 0o600).catch((thrown: NodeJS.ErrnoException) => {
    throw new ArchiveProblem(`${path} cannot be written (${thrown.code}).`);
  });
  try {
    const zip = new ZipFile();
    // Writes all of it to disk before the file is closed.
    const output = handle.createWriteStream({ flush: true });
    const written = pipeline(zip.outputStream, output);
    const broken = new Promise<never>((_, reject) => {
      written.catch(reject);
      zip.on('error', reject);
    });
    broken.catch(() => undefined);
    try {
      await fill(async (name, chunks) => {
        const source = Readable.from(chunks, { objectMode: false });
        zip.addReadStream(source, name, { mode: 0o100600 });
        try {
          await Promise.race([finished(source), broken]);
        } finally {
          source.destroy();
        }
      });
      zip.end();
      await Promise.race([written, broken]);
    } catch (thrown) {
      output.destroy();
      throw thrown;
    }
    const { size } = await stat(partial);
    await refuseExisting(path);
    await rename(partial, path);
    await syncFolder(dirname(path));
    return { bytes: size };
  } finally {
    await rm(partial, { force: true });
  }
}
