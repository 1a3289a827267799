import { Worker } from 'node:worker_threads';

/** How a server answered while something else went on. */
export type Probe<Result> = {
  /** Milliseconds until the slowest answer; infinite where one never came. */
  slowest: number;
  /** How many times it was asked. */
  asked: number;
  result: Result;
};

type Answered = { slowest: number; asked: number };

/**
 * Asks `url` every 50 ms while `work` goes on, and at least once; from a thread of its own, so that
 * what the test itself does with large answers is not measured.
 */
export async function probing<Result>(
  url: string,
  work: () => Promise<Result>,
): Promise<Probe<Result>> {
  const thread = new Worker(`${process.cwd()}/tests/attacks/health-probe-thread.mjs`, {
    workerData: { url },
  });
  const heard = new Promise<Answered>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  heard.catch(() => undefined);
  try {
    const result = await work();
    thread.postMessage('stop');
    return { ...(await heard), result };
  } finally {
    await thread.terminate();
  }
}
