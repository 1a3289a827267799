import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Something a person has to know or do, in a sentence; said without a stack. */
export class SetUpProblem extends Error {
  name = 'SetUpProblem';
}

/** Whether what was thrown says that files of the project cannot be written, now or by this user. */
export const isUnwritable = (error) => ['EACCES', 'EPERM', 'EROFS'].includes(error?.code);

/** Nothing that the set-up starts reports home or asks for updates. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  DO_NOT_TRACK: '1',
};

/** Runs a program in the project's folder; answers its exit code and, unless it shows it, its output. */
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

/** Runs a step of the set-up; one that fails stops it, with what the program said. */
export async function runStep(what, program, args, env = {}) {
  process.stderr.write(`${what} …\n`);
  const { code, output } = await run(program, args, { env });
  if (code === 130 || code === 143) process.exit(code);
  if (code !== 0) throw new SetUpProblem(`${output.trim()}\n\n${what}: that failed.`);
}
