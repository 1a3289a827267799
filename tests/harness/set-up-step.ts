import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Lets the set-up do one of its steps and answers what it prints; quick when nothing has changed. */
export async function setUpStep(step: 'build' | 'chromium' | 'programs'): Promise<string> {
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const { stdout } = await execute(process.execPath, ['server/set-up.mjs', step], { env });
  return stdout.trim();
}
