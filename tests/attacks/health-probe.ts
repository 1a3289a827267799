import { once } from 'node:events';
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
  try {
    await once(thread, 'message');
    const result = await work();
    thread.postMessage('stop');
    const [answered] = (await once(thread, 'message')) as [Answered];
    return { ...answered, result };
  } finally {
    await thread.terminate();
  }
}
