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

/** The archive’s format, raised where an older Parallax could not read a newer archive. */
export const formatVersion = 1;

/** What an archive says of itself, in `manifest.json`. */
export const manifest = z.object({
  format: z.literal('parallax-archive'),
  formatVersion: z.number().int(),
  /** The Parallax that made it. */
  productVersion: z.string(),
  createdAt: z.iso.datetime(),
  database: z.object({ kind: z.enum(['embedded', 'postgresql']), version: z.string() }),
  /** The migrations that its database had, in their order, with the SHA-256 of each. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(manifestTable),
  /** The secret that signs sessions, where it was asked for. */
  secret: z.object({ file: z.string(), bytes: count, sha256 }).nullable(),
});

export type Manifest = z.infer<typeof manifest>;
export type ManifestTable = z.infer<typeof manifestTable>;

/** Where the manifest is in the archive. It is written last, when all sums are known. */
export const manifestFile = 'manifest.json';
/** Where the secret is, if it is there. */
export const secretFile = 'secret';
/** The file of a table. */
export const tableFile = (name: string): string => `tables/${name}.copy`;

/** What is compared of a table: its rows, their digest in any order, and the bytes of its file. */
export type TableSum = { rows: number; rowsDigest: string; bytes: number; sha256: string };

const newline = 10;
const modulus = 1n << 256n;

/**
 * Sums up a table in PostgreSQL’s text format of COPY, as it streams by: there a newline ends a row
 * and stands nowhere else. `rowsDigest` is the sum of the SHA-256 of all rows modulo 2^256, so two
 * databases that hold the same rows agree on it, in whatever order they store them.
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
    // A copy: whoever sends chunks may use their memory again.
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

/** Passes chunks through and adds each to the sum. */
export async function* summed(
  chunks: AsyncIterable<Buffer>,
  summer: TableSummer,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    summer.add(chunk);
    yield chunk;
  }
}

/** The sum of chunks that nobody else needs. */
export async function sumOf(chunks: AsyncIterable<Buffer>): Promise<TableSum> {
  const summer = new TableSummer();
  for await (const chunk of chunks) summer.add(chunk);
  return summer.result();
}
