import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '@/lib/env';
import { lockFolder } from '@/server/embedded-postgres/folder-lock';
import { withConnection } from '@/server/migrations/migrate';
import { openDataFolder } from '@/server/process/data-folder';
import { ArchiveProblem } from '@/server/process/operator-problem';
import { openArchive } from '../archive/archive-reader';
import { withEmbeddedCopy } from '../archive/copy-embedded';
import { restorePostgres } from '../archive/restore-postgres';
import { saveDatabase } from '../archive/save-database';
import { productVersion, runCommand } from './run-command';

const usage = `npm run move -- --to postgresql://user@host:5432/name
Copies the embedded database of the data folder into an empty PostgreSQL, while Parallax is stopped.
The password may come from PGPASSWORD, so that it does not show in the list of processes.`;

async function move(): Promise<string> {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  if (values.to === undefined) throw new ArchiveProblem(usage);
  const env = readEnv({ ...process.env, DATABASE_URL: undefined, REDIS_URL: undefined });
  const target = values.to;
  if (!/^postgres(?:ql)?:\/\//.test(target) || !URL.canParse(target))
    throw new ArchiveProblem(`--to is not an address of a PostgreSQL.\n${usage}`);
  const root = process.cwd();
  const folder = await openDataFolder(env.dataFolder);
  const release = await lockFolder(folder);
  if (release === null)
    throw new ArchiveProblem(
      `A Parallax is at work with ${folder}. Stop it first: what is written during the move would stay behind. Nothing was changed.`,
    );
  const path = join(folder, `move-${randomUUID()}.zip`);
  try {
    const version = await productVersion(root);
    const details = { root, productVersion: version, secret: null };
    await withEmbeddedCopy(folder, { beside: folder, isLocked: true }, ({ databaseUrl }) =>
      withConnection(databaseUrl, (client) => saveDatabase(client, path, details)),
    );
    const archive = await openArchive(path);
    try {
      await restorePostgres(target, archive, { replace: false, root });
    } finally {
      archive.close();
    }
    return [
      'Every table of the new database was read again, and its count and digest are those of the old one:',
      ...archive.manifest.tables.map(({ name, rows }) => `  ${name}: ${rows}`),
      '',
      'Next: set DATABASE_URL to the address that you gave here, with its password, and start Parallax.',
      `PARALLAX_DATA stays as it is: ${folder} has the secret that signs sessions (or PARALLAX_SECRET, if you set it).`,
      `The old database in ${join(folder, 'database')} was left as it is; remove it when you no longer want to go back.`,
    ].join('\n');
  } finally {
    await rm(path, { force: true });
    await release();
  }
}

await runCommand(move);
