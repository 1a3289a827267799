import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelDifference } from './model-difference';

/** `npm run migration -- what-it-does`: writes the difference between migrations and data model. */
async function writeMigration(name: string | undefined): Promise<string> {
  if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name))
    return 'Say what the migration does, in lower case with hyphens: npm run migration -- add-comments';
  const root = process.cwd();
  const sql = await modelDifference(root);
  if (sql === null) return 'The migrations agree with the data model. There is nothing to write.';
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join('prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`);
  await mkdir(join(root, folder));
  await writeFile(join(root, folder, 'migration.sql'), `${sql}\n`);
  return `Written: ${folder}/migration.sql. Read it, and see that it keeps what is there.`;
}

console.log(await writeMigration(process.argv[2]));
process.exit(0);
