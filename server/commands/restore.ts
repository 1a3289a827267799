import { parseArgs } from 'node:util';
import { readEnv } from '@/lib/env';
import { openDataFolder } from '@/server/process/data-folder';
import { ArchiveProblem } from '@/server/process/operator-problem';
import { knownMigrations, refuseUnknownMigrations } from '../archive/applied-migrations';
import { openArchive } from '../archive/archive-reader';
import { restoreEmbedded } from '../archive/restore-embedded';
import { restorePostgres } from '../archive/restore-postgres';
import { givenPath, runCommand } from './run-command';

const usage = `npm run restore -- FILE [--replace]
Restores a backup into the data folder (PARALLAX_DATA), or into the database of DATABASE_URL, where
that is empty. --replace keeps what is there beside it.`;

async function restore(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new ArchiveProblem(usage);
  const env = readEnv(process.env);
  const path = givenPath(given);
  const archive = await openArchive(path);
  try {
    const root = process.cwd();
    const { manifest } = archive;
    refuseUnknownMigrations('The backup', manifest.migrations, await knownMigrations(root));
    const options = { replace: values.replace, root };
    const backups =
      env.databaseUrl === null
        ? await restoreEmbedded(await openDataFolder(env.dataFolder), archive, options)
        : await restorePostgres(env.databaseUrl, archive, options);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const lines = [
      `Restored ${rows} rows of ${manifest.tables.length} tables, as of ${manifest.createdAt}; counts and digests are those of the backup.`,
      ...backups.map(
        (what) => `What was there before is now in ${what}. Remove it when it is not needed.`,
      ),
    ];
    if (manifest.secret !== null && env.databaseUrl !== null)
      lines.push(
        'The secret in the backup was not restored: set PARALLAX_SECRET, the same for every process.',
      );
    return [...lines, 'Start Parallax with “npm start”.'].join('\n');
  } finally {
    archive.close();
  }
}

await runCommand(restore);
