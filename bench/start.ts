import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { aDataFolder, freePort, startServer } from '@/tests/harness/running-server';
import { figure } from './figure';

// The time from “npm start”, with a build and a data folder present, to the first page.

const rounds = 5;
const dataFolder = await aDataFolder();
await (await startServer({ dataFolder })).stop();
const times: number[] = [];
for (let round = 0; round < rounds; round++) {
  const port = await freePort();
  const { DATABASE_URL: _, ...env } = process.env;
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    env: { ...env, PARALLAX_DATA: dataFolder, PORT: port },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const request = () => fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null);
  let answer = await request();
  while (answer === null) {
    await wait(10);
    answer = await request();
  }
  await answer.text();
  times.push(performance.now() - began);
  if (answer.status !== 200) throw new Error(`The page was answered ${answer.status}.`);
  child.kill('SIGINT');
  await ended;
}
times.sort((a, b) => a - b);
const median = (times[Math.floor(rounds / 2)] ?? 0) / 1000;
figure('npm start to first page', median, 's', { atMost: 2 });
