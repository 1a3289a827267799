import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { debianProgram, onPath, unprivileged } from './debian-program';
import { endWithWorker } from './worker-held';

/** A pgbouncer for tests. */
export type Pgbouncer = {
  /** The address of a database through it, from its direct address. */
  through(databaseUrl: string): string;
  stop(): Promise<void>;
};

const port = 6432;

/** The settings that docs/operate.md names, with fewer connections so that they must be shared. */
const settings = (place: string, postgres: string) => `
[databases]
* = host=${postgres} user=postgres

[pgbouncer]
unix_socket_dir = ${place}
listen_port = ${port}
auth_type = any
pool_mode = transaction
default_pool_size = 3
server_login_retry = 1
logfile = ${place}/log
pidfile = ${place}/pid
`;

const folderOf = (databaseUrl: string): string =>
  new URL(databaseUrl).searchParams.get('host') ?? '';

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

/** Starts a pgbouncer in transaction mode for the PostgreSQL at this address. */
export async function startPgbouncer(databaseUrl: string): Promise<Pgbouncer> {
  const why = 'Parallax is tested through a real pgbouncer too';
  const program = debianProgram(() => onPath('pgbouncer'), 'pgbouncer', why);
  const place = mkdtempSync(join(tmpdir(), 'parallax-test-'));
  writeFileSync(join(place, 'ini'), settings(place, folderOf(databaseUrl)));
  // pgbouncer does not run as root.
  const who = unprivileged();
  chmodSync(place, 0o700);
  if (who) chownSync(place, who.uid, who.gid);
  const server = spawn(program, [join(place, 'ini')], { ...who, cwd: place, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  endWithWorker(server, place);
  const through = (url: string) => {
    const name = new URL(url).pathname;
    return `postgresql://postgres@localhost:${port}${name}?host=${encodeURIComponent(place)}`;
  };
  while (!(await answers(through(databaseUrl)))) {
    if (server.exitCode !== null) throw new Error('pgbouncer does not start.');
    await wait(50);
  }
  return {
    through,
    stop: async () => {
      server.kill('SIGKILL');
      await ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}
