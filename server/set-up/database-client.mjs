import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { root, runStep } from './run.mjs';

const stamp = join(root, '.set-up/database-client');
/** What the client is generated from. */
export const clientSources = [
  'prisma/schema.prisma',
  'prisma.config.ts',
  'node_modules/prisma/package.json',
];

/** Generates the database client, where it is missing or the data model has changed. */
export async function generateClient() {
  const now = fingerprint(clientSources);
  const made = existsSync(stamp) && existsSync(join(root, 'prisma/generated/client.ts'));
  if (made && readFileSync(stamp, 'utf8') === now) return;
  await runStep(
    'Generating the database client',
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate'],
    // Prisma would download an engine that generating does not need; any file that exists keeps it from it.
    { PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'package.json') },
  );
  mkdirSync(join(root, '.set-up'), { recursive: true });
  writeFileSync(stamp, now);
}
