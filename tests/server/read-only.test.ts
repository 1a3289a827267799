import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { debianProgram, onPath, unprivileged } from '../harness/debian-program';
import { freePort } from '../harness/running-server';
import { setUpStep } from '../harness/set-up-step';
import { endWithWorker } from '../harness/worker-held';

const minutes = 60_000;
const root = process.cwd();

/** Runs a shell command with a read-only project folder, as a user who owns none of it. */
function readOnly(line: string, vars: Record<string, string>) {
  const who = unprivileged();
  const user = who ? `setpriv --reuid=${who.uid} --regid=${who.gid} --clear-groups` : '';
  const mount = `mount --bind "$ROOT" "$ROOT" && mount -o remount,ro,bind "$ROOT"`;
  const program = debianProgram(() => onPath('unshare'), 'util-linux', 'A folder is mounted anew');
  // Without root, in a user namespace.
  const spaces = who ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
  const { DATABASE_URL: _, PARALLAX_PROGRAMS: __, PARALLAX_BUILD: ___, ...env } = process.env;
  const child = spawn(
    program,
    [...spaces, 'sh', '-c', `${mount} && cd "$ROOT" && exec ${user} ${line}`],
    { env: { ...env, ROOT: root, ...vars }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  endWithWorker(child);
  let output = '';
  child.stdout.on('data', (data) => (output += String(data)));
  child.stderr.on('data', (data) => (output += String(data)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => output };
}

/** A private folder, and a read-only home: the project's folder. */
function folders() {
  const place = mkdtempSync(join(tmpdir(), 'parallax-test-'));
  const data = join(place, 'data');
  mkdirSync(data, { mode: 0o700 });
  const who = unprivileged();
  if (who) chownSync(data, who.uid, who.gid);
  chmodSync(place, 0o755);
  return { PARALLAX_DATA: data, HOME: root };
}

test(
  'what is built serves from a folder that cannot be written to, without a home',
  async () => {
    await setUpStep('build');
    const PORT = await freePort();
    const vars = { ...folders(), PORT, NODE_ENV: 'production' };
    const { child, ended, output } = readOnly('npm start', vars);
    let code: number | null | undefined;
    void ended.then((value) => (code = value));
    while (!output().includes('Parallax is at ')) {
      if (code !== undefined) throw new Error(`It ended with ${code}:\n${output()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const address = `http://127.0.0.1:${PORT}`;
    expect((await fetch(`${address}/api/ready`)).status).toBe(200);
    expect((await fetch(`${address}/sign-in`)).status).toBe(200);
    expect(output()).not.toMatch(/EROFS|EACCES|Building|Installing/);
    expect(readdirSync(vars.PARALLAX_DATA)).toContain('database');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  },
  5 * minutes,
);

test(
  'what is not built says so in a sentence, with a way that works',
  async () => {
    // Another version of Node.js in the name of a build stands for one that does not exist.
    const fake = `node -e 'Object.defineProperty(process, "version", { value: "v0.0.0" }); process.argv.splice(1, 0, "server/set-up.mjs"); import("./server/set-up.mjs")'`;
    const { ended, output } = readOnly(`${fake} start`, folders());
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^Parallax is not built .*cannot be written to \((EROFS|EACCES)\)/m);
    expect(output()).toContain('npm run build');
    expect(output()).not.toMatch(/^\s+at /m);
  },
  minutes,
);

test(
  'the usual data folder, which is in that folder, is named with another way',
  async () => {
    await setUpStep('build');
    const { PARALLAX_DATA: _, ...vars } = folders();
    const { ended, output } = readOnly('npm start', { ...vars, PARALLAX_DATA: '' });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^The data folder .*\.data cannot be written to .*PARALLAX_DATA/m);
    expect(existsSync(join(root, '.data', 'database.lock'))).toBe(false);
  },
  minutes,
);
