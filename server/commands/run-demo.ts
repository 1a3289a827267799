import { atDatabase } from './at-database';
import { makeDemo } from './demo';
import { runCommand } from './run-command';

/** Creates the demo in the database of the running server, or else in the one that it would start. */
const runDemo = (): Promise<string> =>
  atDatabase(async ({ address, isRunning }) => {
    const message = await makeDemo(address);
    return isRunning ? message : `${message}\nStart Parallax with “npm start” to see it.`;
  });

await runCommand(runDemo);
