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
