import { spawn } from 'node:child_process';
import type { Program } from '@/server/process/program-path';
import { programPath } from '@/server/process/program-path';
import { endWithWorker } from './worker-held';

/** The exit code of a command, and its output. */
export type Ended = { code: number | null; output: string };

/** Runs a bundled program to its end, as its npm script does; `vars` are added to the environment. */
export function runProgram(
  name: Program,
  args: string[],
  vars: Record<string, string | undefined>,
): Promise<Ended> {
  const { DATABASE_URL: _, INIT_CWD: __, ...env } = process.env;
  const child = spawn(process.execPath, [programPath(name), ...args], {
    env: { ...env, ...vars },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithWorker(child);
  let output = '';
  child.stdout.on('data', (data) => (output += String(data)));
  child.stderr.on('data', (data) => (output += String(data)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
