import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '@/lib/env';
import { withConnection } from '@/server/migrations/migrate';
import { openDataFolder, sessionSecret } from '@/server/process/data-folder';
import { ArchiveProblem } from '@/server/process/operator-problem';
import { refuseExisting } from '../archive/archive-writer';
import { withEmbeddedCopy } from '../archive/copy-embedded';
import type { SavedArchive } from '../archive/save-database';
import { saveDatabase } from '../archive/save-database';
import { givenPath, inMegabytes, productVersion, runCommand } from './run-command';

const usage = `npm run backup -- FILE [--with-secret]
Writes everything in the database into FILE, also while Parallax serves. A folder in place of FILE
gets a file named for the time. --with-secret adds the secret that signs sessions.`;

async function fileIn(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return path;
  return join(path, `parallax-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z.zip`);
}

function report(path: string, saved: SavedArchive, heldFor: number | null): string {
  const { manifest, bytes, leftOut } = saved;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const lines = [
    `${path} holds ${rows} rows of ${manifest.tables.length} tables, as of ${manifest.createdAt} (${inMegabytes(bytes)}).`,
  ];
  if (heldFor !== null) lines.push(`Writers waited for ${Math.round(heldFor)} ms meanwhile.`);
  if (leftOut.length > 0)
    lines.push(`Left out, since they are not tables of Parallax: ${leftOut.join(', ')}.`);
  lines.push(
    manifest.secret === null
      ? 'The secret that signs sessions is not in it: restored without it, people sign in again, and nothing else is lost. --with-secret adds it.'
      : 'The secret that signs sessions is in it: whoever has the file can sign in as anybody. Keep it as private as the data folder.',
  );
  return lines.join('\n');
}

async function backup(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'with-secret': { type: 'boolean', default: false } },
  });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new ArchiveProblem(usage);
  const env = readEnv(process.env);
  const path = await fileIn(givenPath(given));
  await refuseExisting(path);
  const root = process.cwd();
  const folder = await openDataFolder(env.dataFolder);
  const secret = values['with-secret'] ? await sessionSecret(folder, env.secret) : null;
  const details = { root, productVersion: await productVersion(root), secret };
  const save = async (url: string, heldFor: number | null) => {
    const saved = await withConnection(url, (client) => saveDatabase(client, path, details));
    return report(path, saved, heldFor);
  };
  if (env.databaseUrl !== null) return save(env.databaseUrl, null);
  return withEmbeddedCopy(folder, { beside: dirname(path) }, ({ databaseUrl, heldFor }) =>
    save(databaseUrl, heldFor),
  );
}

await runCommand(backup);
