import { atDatabase } from './at-database';
import { runCommand } from './run-command';
import { makeDemo } from './demo';

/** Makes the demo in the database of the server at work, or else in the one it would start. */
const runDemo = (): Promise<string> =>
  atDatabase(async ({ address, isRunning }) => {
    const message = await makeDemo(address);
    return isRunning ? message : `${message}\nStart Parallax with “npm start” to see it.`;
  });

await runCommand(runDemo);
