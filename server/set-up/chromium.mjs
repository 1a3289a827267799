import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetUpProblem, runStep } from './run.mjs';

/** The headless shell comes first: the same engine without windows, and quicker for it. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/** Where Chromium is: `CHROMIUM_PATH`, or the first that the PATH has; null where there is none. */
export function chromiumPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  for (const name of names)
    for (const folder of folders)
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        continue;
      }
  return null;
}

/** Installs Chromium for the browser tests where it is missing and this user may. */
export async function installChromium() {
  if (chromiumPath() !== null) return;
  const missing = 'The tests in a browser need Chromium. Please install it';
  if (process.getuid?.() !== 0)
    throw new SetUpProblem(
      `${missing} (on Debian: “sudo apt-get install chromium-headless-shell”), or set CHROMIUM_PATH.`,
    );
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runStep('Looking for packages of the system', 'apt-get', ['update'], env);
    const args = ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'];
    await runStep('Installing Chromium', 'apt-get', args, env);
  } catch (error) {
    throw new SetUpProblem(`${error.message}\n${missing} in another way, or set CHROMIUM_PATH.`);
  }
}
