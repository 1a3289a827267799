import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { debianProgram, unprivileged } from './debian-program';
import { endWithWorker } from './worker-held';

/** A PostgreSQL for tests. */
export type Postgres = {
  /** The address of its default database. */
  url: string;
  /** Creates an empty database and returns its address; its tables are stored in `folder`, if given. */
  newDatabase(name: string, folder?: string): Promise<string>;
  /** Ends all of its processes with `kill -9`. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  /** Restarts it after a fast shutdown (SIGINT) or an immediate one, like a crash (SIGQUIT). */
  restart(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  stop(): Promise<void>;
};

const debian = '/usr/lib/postgresql';

function findBinaries(): string | null {
  const bindir = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const packaged = existsSync(debian) ? readdirSync(debian).sort((a, b) => +b - +a) : [];
  const folders = [bindir, ...packaged.map((version) => join(debian, version, 'bin'))];
  folders.push(...(process.env.PATH ?? '').split(delimiter));
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb'))) ?? null;
}

const binaries = (): string =>
  debianProgram(findBinaries, 'postgresql', 'The stores are tested on a real PostgreSQL too');

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}

/**
 * Starts a PostgreSQL in a temporary folder, with a unix socket only; a standby waits for a primary that
 * does not exist.
 */
export async function startPostgres({ isStandby = false } = {}): Promise<Postgres> {
  const folder = binaries();
  const place = mkdtempSync(join(tmpdir(), 'parallax-test-'));
  // PostgreSQL does not run as root.
  const who = unprivileged();
  chmodSync(place, 0o700);
  if (who) chownSync(place, who.uid, who.gid);
  const data = join(place, 'data');
  const options = { ...who, cwd: place, env: { PATH: process.env.PATH, LANG: 'C.UTF-8' } };
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(folder, 'initdb'), init, options as object);
  if (isStandby) writeFileSync(join(data, 'standby.signal'), '');
  const run = ['-D', data, '-k', place, '-c', 'listen_addresses=', '-c', 'fsync=off'];
  const urlOf = (name: string) =>
    `postgresql://postgres@localhost/${name}?host=${encodeURIComponent(place)}`;
  const begin = async () => {
    const server = spawn(join(folder, 'postgres'), run, { ...options, stdio: 'ignore' } as object);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    endWithWorker(server, place);
    while (!(await answers(urlOf('postgres')))) {
      if (server.exitCode !== null) throw new Error('PostgreSQL does not start.');
      await wait(50);
    }
    return { server, ended };
  };
  let running = await begin();
  return {
    url: urlOf('postgres'),
    newDatabase: async (name, folder) => {
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      if (folder !== undefined)
        await client.query(`CREATE TABLESPACE "${name}" LOCATION '${folder}'`);
      const where = folder === undefined ? '' : ` TABLESPACE "${name}"`;
      await client.query(`CREATE DATABASE "${name}"${where}`);
      await client.end();
      return urlOf(name);
    },
    kill: async () => {
      const { pid } = running.server;
      const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
      running.server.kill('SIGKILL');
      for (const child of children.stdout.trim().split(/\s+/).map(Number)) killIfThere(child);
      await running.ended;
    },
    startAgain: async () => {
      running = await begin();
    },
    restart: async (signal) => {
      running.server.kill(signal);
      await running.ended;
      running = await begin();
    },
    stop: async () => {
      running.server.kill('SIGQUIT');
      await running.ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}
