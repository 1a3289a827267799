import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import { ArchiveProblem } from '@/server/process/operator-problem';
import type { Manifest } from './manifest';
import { formatVersion, manifest, manifestFile, sumOf } from './manifest';

/** An open archive whose files all match its manifest. */
export type Archive = {
  manifest: Manifest;
  /** The bytes of a file named by the manifest. */
  read(file: string): AsyncGenerator<Buffer>;
  /** The secret that signs sessions; null if the archive has none. */
  readSecret(): Promise<string | null>;
  close(): void;
};

/** The maximum size of manifest and secret, in bytes. */
const maxInMemory = 16 * 1024 * 1024;

async function whole(zip: ZipFile, entry: Entry | undefined, name: string): Promise<Buffer> {
  if (entry === undefined) throw new Error(`it has no ${name}`);
  if (entry.uncompressedSize > maxInMemory) throw new Error(`its ${name} is too long`);
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new Error(`its ${name} is damaged`);
  return bytes;
}

function parsed(bytes: Buffer): Manifest {
  const json: unknown = JSON.parse(bytes.toString('utf8'));
  const version = (json as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version > formatVersion)
    throw new ArchiveProblem(
      'The backup was made by a newer Parallax, in a form that this one does not know. Restore it with that one. Nothing was changed.',
    );
  const result = manifest.safeParse(json);
  if (!result.success) throw new Error('its manifest.json is not one of Parallax');
  return result.data;
}

const problem = (path: string, thrown: unknown): ArchiveProblem => {
  if (thrown instanceof ArchiveProblem) return thrown;
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return new ArchiveProblem(
    `${path} cannot be used: it is not a backup of Parallax, or not a whole one (${why}). Nothing was changed.`,
  );
};

async function check(archive: Archive): Promise<void> {
  const { tables, secret } = archive.manifest;
  for (const { name, file, columns: _, ...expected } of tables) {
    const sum = await sumOf(archive.read(file));
    if (sum.sha256 !== expected.sha256 || sum.rows !== expected.rows)
      throw new Error(`the table ${name} is damaged`);
  }
  const text = await archive.readSecret();
  if (secret !== null && (text === null || hash('sha256', text) !== secret.sha256))
    throw new Error('the secret is damaged');
}

/**
 * Opens an archive and reads all of it once, so that a damaged or truncated one is detected before
 * anything is changed.
 *
 * @throws {ArchiveProblem} If it cannot be used.
 */
export async function openArchive(path: string): Promise<Archive> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new ArchiveProblem(`There is no file ${path}.`);
    throw problem(path, thrown);
  }
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const parsedManifest = parsed(await whole(zip, entries.get(manifestFile), manifestFile));
    const archive: Archive = {
      manifest: parsedManifest,
      async *read(file) {
        const entry = entries.get(file);
        if (entry === undefined) throw new Error(`it has no ${file}`);
        for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer;
      },
      async readSecret() {
        if (parsedManifest.secret === null) return null;
        const { file } = parsedManifest.secret;
        return (await whole(zip, entries.get(file), file)).toString('utf8');
      },
      close: () => zip.close(),
    };
    await check(archive);
    return archive;
  } catch (thrown) {
    zip.close();
    throw problem(path, thrown);
  }
}
