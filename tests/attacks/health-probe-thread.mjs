import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const pace = 50;
const agent = new Agent({ keepAlive: true });

const probe = () =>
  new Promise((resolve, reject) => {
    get(workerData.url, { agent }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(String(response.statusCode))),
      );
    }).on('error', reject);
  });

/** Milliseconds that a thread was runnable without a processor; on Linux only. */
function withoutProcessor(thread) {
  try {
    return Number(readFileSync(`/proc/${thread}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** The main thread of the server, and this one. */
const waited = () => withoutProcessor(workerData.pid) + withoutProcessor('thread-self');

let stopped = false;
parentPort.once('message', () => (stopped = true));

// The first answer, which opens the connection, is not measured.
await probe().catch(() => undefined);
parentPort.postMessage('ready');
let [slowest, asked] = [0, 0];
do {
  const [began, before] = [performance.now(), waited()];
  asked++;
  try {
    await probe();
    slowest = Math.max(slowest, performance.now() - began - (waited() - before));
  } catch {
    slowest = Infinity;
  }
  await wait(Math.max(0, pace - (performance.now() - began)));
} while (!stopped);
agent.destroy();
parentPort.postMessage({ slowest, asked });
