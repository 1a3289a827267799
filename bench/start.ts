import { aDataFolder, startServer } from '@/tests/harness/running-server';
import { figure } from './figure';

// How long it takes from the start, on a build and a data folder that are there, to the first page.

const dataFolder = await aDataFolder();
await (await startServer({ dataFolder })).stop();
const times: number[] = [];
for (let round = 0; round < 3; round++) {
  const began = performance.now();
  const server = await startServer({ dataFolder });
  const answer = await fetch(`${server.address}/sign-in`);
  await answer.text();
  times.push(performance.now() - began);
  if (answer.status !== 200) throw new Error(`The page was answered ${answer.status}.`);
  await server.stop();
}
times.sort((a, b) => a - b);
figure('start to first page', (times[1] ?? 0) / 1000, 's', { atMost: 5 });
