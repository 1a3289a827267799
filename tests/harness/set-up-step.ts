import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a step of the set-up and returns its output; quick if nothing has changed. */
export async function setUpStep(step: 'build' | 'chromium' | 'programs'): Promise<string> {
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const { stdout } = await execute(process.execPath, ['server/set-up.mjs', step], { env });
  return stdout.trim();
}
