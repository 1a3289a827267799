import { EnvProblem } from '@/lib/env';
import { atDatabase } from './at-database';
import { makeDemo } from './demo';
import { StartProblem } from '@/server/start-problem';

/** Makes the demo in the database of the server at work, or else in the one it would start. */
const runDemo = (): Promise<string> =>
  atDatabase(async ({ address, isRunning }) => {
    const message = await makeDemo(address);
    return isRunning ? message : `${message}\nStart Parallax with “npm start” to see it.`;
  });

runDemo().then(console.log, (thrown: unknown) => {
  const isKnown = thrown instanceof EnvProblem || thrown instanceof StartProblem;
  console.error(isKnown ? thrown.message : thrown);
  process.exitCode = 1;
});
