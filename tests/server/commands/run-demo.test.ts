import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { programPath } from '@/server/process/program-path';
import { startServer } from '@/tests/harness/running-server';
import { signIn } from '@/tests/harness/session';

const run = promisify(execFile);

async function demo(dataFolder: string): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  const args = [programPath('demo')];
  const { stdout } = await run(process.execPath, args, {
    env: { ...env, PARALLAX_DATA: dataFolder },
  });
  return stdout;
}

test('the demo is made in the database of a server at work, and without one too', async () => {
  const server = await startServer();
  const made = await demo(server.dataFolder);
  expect(made).toMatch(`The demo project of Olive Owner is at ${server.address}/projects/`);
  const olive = await signIn(server.address);
  const { items } = await olive.call<{ items: { id: string }[] }>('GET', '/api/v1/projects');
  expect(items.map(({ id }) => made.includes(id))).toEqual([true]);
  expect(await server.stop()).toBe(0);
  const again = await demo(server.dataFolder);
  expect(again).toContain('has the demo project already');
  expect(again).toContain('npm start');
}, 300_000);
