import { findRunning } from '@/server/process/data-folder';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { startServer } from '@/tests/harness/running-server';

// Runs all measurements, or those that are named: npm run bench -- start csv. Each prints its
// figures as lines of JSON. With DATABASE_URL it measures on that PostgreSQL in place of the
// embedded one.

const { DATABASE_URL } = process.env;

function measure(name: string, args: string[], databaseUrl?: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['server/set-up/typescript.mjs', `bench/${name}.ts`, ...args],
    {
      env: { ...process.env, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
      stdio: 'inherit',
    },
  );
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (code !== 0) {
        console.error(`The measurement “${name}” broke (${code}).`);
        process.exitCode = 1;
      }
      resolve();
    });
  });
}

/** Measures with a server running, as most measurements need one. */
async function besideServer(name: string, args: (address: string) => string[]): Promise<void> {
  const server = await startServer({ isMeasured: true, env: DATABASE_URL ? { DATABASE_URL } : {} });
  const running = await findRunning(server.dataFolder);
  await measure(name, args(server.address), DATABASE_URL ?? running?.databaseUrl ?? undefined);
  await server.stop();
}

const measurements: Record<string, () => Promise<void>> = {
  start: () => measure('start', []),
  memory: () => measure('memory', []),
  annotate: () => measure('annotate', []),
  live: () => measure('live', []),
  agreement: () => measure('agreement', []),
  page: () => besideServer('page', (address) => [address]),
  comparison: () => besideServer('comparison', (address) => [address]),
  'adjudication-workspace': () => besideServer('adjudication-workspace', (address) => [address]),
  'annotation-put': () => besideServer('annotation-put', (address) => [address]),
  // A million rows are for a real PostgreSQL: filling the embedded one with them takes long.
  csv: () => besideServer('csv', () => (DATABASE_URL ? [] : ['100000'])),
  adjudication: () =>
    besideServer('adjudication', (address) => [address, DATABASE_URL ? '200' : '10']),
  'project-agreement': () =>
    besideServer('project-agreement', (address) => [address, DATABASE_URL ? '10000' : '1000']),
};

const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : Object.keys(measurements)) {
  if (!existsSync(`bench/${name}.ts`)) throw new Error(`There is no measurement “${name}”.`);
  await measurements[name]?.();
}
