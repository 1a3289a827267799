import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programPath } from '@/server/process/program-path';
import { migratedDatabase } from './migrated-database';
import { setUpStep } from './set-up-step';
import { endWithWorker, heldByWorker } from './worker-held';

type Vars = Record<string, string | undefined>;

/** The first owner of servers for tests, by default. */
export const owner = { email: 'owner@example.org', password: 'correct horse battery' };

const ownerVars = {
  PARALLAX_OWNER_EMAIL: owner.email,
  PARALLAX_OWNER_PASSWORD: owner.password,
  PARALLAX_OWNER_NAME: 'Olive Owner',
};

/** The real server, in a separate process, with its own port and data folder. */
export type RunningServer = {
  address: string;
  dataFolder: string;
  pid: number;
  /** Its output so far. */
  output(): string;
  /** Stops it like Ctrl-C, or like a service manager (SIGTERM); returns its exit code. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
  /** Kills it. */
  kill(): Promise<void>;
  /** Closes the reading end of its output, so that writing to it fails from now on. */
  loseLog(): void;
};

/** A new empty data folder. */
export function anEmptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'parallax-test-'));
}

/** A data folder, new unless given, with an empty migrated database. */
export async function aDataFolder(given?: string): Promise<string> {
  const folder = given ?? (await anEmptyFolder());
  const file = process.env.PARALLAX_TEST_DATABASE ?? (await migratedDatabase(process.cwd()));
  await mkdir(join(folder, 'database'), { mode: 0o700 });
  await promisify(execFile)('tar', ['-xf', file, '-C', join(folder, 'database')]);
  return folder;
}

/** A free port on loopback. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** How `npm start` runs the server; measurements run it so too. */
const asInstalled = ['--max-semi-space-size=4', '--heap-growing-percent=20'];

/** In tests it may use memory, to save the processor time of collecting garbage. */
const asTested = ['--max-semi-space-size=32'];

async function launch(vars: Vars, flags = asTested) {
  const build = process.env.PARALLAX_BUILD ?? (await setUpStep('build'));
  const { DATABASE_URL: _, JEST_WORKER_ID: __, ...env } = process.env;
  const child = spawn(process.execPath, [...flags, '--enable-source-maps', programPath('start')], {
    env: {
      ...env,
      PORT: '0',
      NODE_ENV: 'production',
      ...vars,
      PARALLAX_BUILD: build,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithWorker(child);
  let text = '';
  child.stdout.on('data', (data) => (text += String(data)));
  child.stderr.on('data', (data) => (text += String(data)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, output: () => text };
}

/** Starts a server that should refuse to start; returns its output and exit code. */
export async function failToStart(vars: Vars): Promise<{ code: number | null; output: string }> {
  const dataFolder = vars.PARALLAX_DATA ?? (await anEmptyFolder());
  const { child, ended, output } = await launch({ PARALLAX_DATA: dataFolder, ...vars });
  const impatience = setTimeout(() => child.kill('SIGKILL'), 120_000);
  const code = await ended;
  clearTimeout(impatience);
  return { code, output: output() };
}

/** Starts the real server and waits until it is ready; `env` may also unset default variables. */
export async function startServer(
  chosen: { env?: Vars; dataFolder?: string; withOwner?: boolean; isMeasured?: boolean } = {},
): Promise<RunningServer> {
  const dataFolder = chosen.dataFolder ?? (await aDataFolder());
  const PORT = await freePort();
  const { child, ended, output } = await launch(
    {
      PORT,
      ...(chosen.withOwner === false ? {} : ownerVars),
      PARALLAX_DATA: dataFolder,
      ...(chosen.isMeasured === true ? { MALLOC_ARENA_MAX: '2' } : {}),
      ...chosen.env,
    },
    chosen.isMeasured === true ? asInstalled : asTested,
  );
  let code: number | null | undefined;
  void ended.then((value) => (code = value));
  while (!output().includes('Parallax is at ')) {
    if (code !== undefined) throw new Error(`The server did not start (${code}).\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    address: `http://127.0.0.1:${chosen.env?.PORT ?? PORT}`,
    dataFolder,
    pid: child.pid ?? 0,
    output,
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    loseLog() {
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}

/**
 * The server that the test files of this worker share, started by the first of them. Its users create
 * their own projects and people, and neither stop it nor count what is in it.
 */
export const sharedServer = (): Promise<RunningServer> =>
  heldByWorker('server', () => startServer());
