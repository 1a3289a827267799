import { createHash, hash } from 'node:crypto';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const manifestTable = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  file: z.string(),
  rows: count,
  rowsDigest: sha256,
  bytes: count,
  sha256,
});

/** The version of the archive's format, raised when older versions of Parallax cannot read it. */
export const formatVersion = 1;

/** The schema of an archive's `manifest.json`. */
export const manifest = z.object({
  format: z.literal('parallax-archive'),
  formatVersion: z.number().int(),
  /** The version of Parallax that wrote it. */
  productVersion: z.string(),
  createdAt: z.iso.datetime(),
  database: z.object({ kind: z.enum(['embedded', 'postgresql']), version: z.string() }),
  /** The migrations applied to its database, in order, with the SHA-256 of each. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(manifestTable),
  /** The secret that signs sessions, if it was requested. */
  secret: z.object({ file: z.string(), bytes: count, sha256 }).nullable(),
});

/** The parsed manifest of an archive. */
export type Manifest = z.infer<typeof manifest>;
/** A table in the manifest. */
export type ManifestTable = z.infer<typeof manifestTable>;

/** The file of the manifest in the archive. It is written last, when all digests are known. */
export const manifestFile = 'manifest.json';
/** The file of the secret in the archive. */
export const secretFile = 'secret';
/** The file of a table in the archive. */
export const tableFile = (name: string): string => `tables/${name}.copy`;

/** What identifies a table's content: number of rows, their digest in any order, size and hash of its file. */
type TableSum = { rows: number; rowsDigest: string; bytes: number; sha256: string };

const newline = 10;
const modulus = 1n << 256n;

/**
 * Computes the digests of a table from a stream in PostgreSQL's text format of COPY, in which a newline
 * occurs only at the end of a row. `rowsDigest` is the sum of the SHA-256 of all rows modulo 2^256, so
 * databases with the same rows have the same digest, independent of the order.
 */
export class TableSummer {
  #rows = 0;
  #sum = 0n;
  #bytes = 0;
  #rest: Buffer[] = [];
  readonly #hash = createHash('sha256');

  add(chunk: Buffer): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      this.#rest.push(chunk.subarray(from, at));
      this.#addRow(this.#rest.length === 1 ? chunk.subarray(from, at) : Buffer.concat(this.#rest));
      this.#rest = [];
      from = at + 1;
    }
    // A copy: the sender may reuse the memory of a chunk.
    if (from < chunk.length) this.#rest.push(Buffer.from(chunk.subarray(from)));
  }

  #addRow(row: Buffer): void {
    this.#rows++;
    this.#sum += BigInt(`0x${hash('sha256', row)}`);
  }

  result(): TableSum {
    return {
      rows: this.#rows,
      rowsDigest: (this.#sum % modulus).toString(16).padStart(64, '0'),
      bytes: this.#bytes,
      sha256: this.#hash.digest('hex'),
    };
  }
}

/** Passes chunks through and adds each to the digests. */
export async function* summed(
  chunks: AsyncIterable<Buffer>,
  summer: TableSummer,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    summer.add(chunk);
    yield chunk;
  }
}

/** The digests of a stream that is not needed otherwise. */
export async function sumOf(chunks: AsyncIterable<Buffer>): Promise<TableSum> {
  const summer = new TableSummer();
  for await (const chunk of chunks) summer.add(chunk);
  return summer.result();
}
