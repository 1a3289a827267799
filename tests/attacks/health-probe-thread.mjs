import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const pace = 50;
const agent = new Agent({ keepAlive: true });

const ask = (url) =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(String(response.statusCode))),
      );
    }).on('error', reject);
  });

/** Milliseconds until the answer; infinite where none comes. */
async function timed(url) {
  const began = performance.now();
  try {
    await ask(url);
    return performance.now() - began;
  } catch {
    return Infinity;
  }
}

let stopped = false;
parentPort.once('message', () => (stopped = true));

const floor = fork(workerData.floor, { execArgv: [] });
const [port] = await once(floor, 'message');
const floorUrl = `http://127.0.0.1:${port}/`;
// The first answers, which open the connections, are not measured.
await Promise.all([timed(workerData.url), timed(floorUrl)]);
parentPort.postMessage('ready');
let [slowest, slowestFloor, asked] = [0, 0, 0];
do {
  asked++;
  const [[answer, least]] = await Promise.all([
    Promise.all([timed(workerData.url), timed(floorUrl)]),
    wait(pace),
  ]);
  slowest = Math.max(slowest, answer);
  slowestFloor = Math.max(slowestFloor, least);
} while (!stopped);
agent.destroy();
floor.disconnect();
parentPort.postMessage({ slowest: slowest - slowestFloor, asked });
