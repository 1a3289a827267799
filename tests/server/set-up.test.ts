import { execFile } from 'node:child_process';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);
const node = (...args: string[]) => run(process.execPath, args);

const turn = `
  const { alone } = await import('./server/set-up/alone.mjs');
  await alone(async () => {
    const from = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 150));
    console.log(JSON.stringify([from, Date.now()]));
  });
`;

const takeTurn = async (): Promise<[number, number]> =>
  JSON.parse((await node('--input-type=module', '-e', turn)).stdout) as [number, number];

test('set-ups of one checkout take turns', async () => {
  const turns = await Promise.all([takeTurn(), takeTurn(), takeTurn()]);
  turns.sort(([a], [b]) => a - b);
  turns.slice(1).forEach(([from], at) => expect(from).toBeGreaterThanOrEqual(turns[at]?.[1] ?? 0));
}, 60_000);

test('one that was killed holds up nobody for long', async () => {
  await mkdir('.set-up', { recursive: true });
  await writeFile('.set-up/lock', 'somebody who is gone');
  const long = new Date(Date.now() - 60_000);
  await utimes('.set-up/lock', long, long);
  const [from, to] = await takeTurn();
  expect(to).toBeGreaterThan(from);
}, 60_000);

test('an unknown command is refused in a sentence, without a stack', async () => {
  const failed = node('server/set-up.mjs', 'dance');
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^There is no “dance”: start, test, .*\.\n$/),
  });
});
