import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Why a set-up fails, in a sentence for the person who runs it; printed without a stack. */
export class SetUpProblem extends Error {
  name = 'SetUpProblem';
}

/** Whether an error means that the project's files are read-only for this user. */
export const isUnwritable = (error) => ['EACCES', 'EPERM', 'EROFS'].includes(error?.code);

/** Turns off telemetry and update checks of everything that the set-up starts. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  DO_NOT_TRACK: '1',
};

/** Runs a program in the project's folder; returns its exit code and, unless shown, its output. */
export function run(program, args, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...quiet, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass);
    process.on('SIGINT', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGTERM', pass);
      process.off('SIGINT', pass);
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output });
    });
  });
}

/** Runs a step of the set-up; a failure ends the set-up with the program's output. */
export async function runStep(what, program, args, env = {}) {
  process.stderr.write(`${what} …\n`);
  const { code, output } = await run(program, args, { env });
  if (code === 130 || code === 143) process.exit(code);
  if (code !== 0) throw new SetUpProblem(`${output.trim()}\n\n${what}: that failed.`);
}
