import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** How a server answered while something else went on. */
export type Probe<Result> = {
  /**
   * Milliseconds by which the slowest answer took longer than the slowest one of a process that does
   * nothing but answer, so that a busy machine is not measured; infinite where one never came.
   */
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
    workerData: { url, floor: `${process.cwd()}/tests/attacks/health-probe-floor.mjs` },
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
