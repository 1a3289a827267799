import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** How a server answered while something else went on. */
export type Probe<Result> = {
  /**
   * Milliseconds until the slowest answer, less those in which server or probe were ready to go on and
   * had no processor: what other work the machine has is not measured. Infinite where one never came.
   */
  slowest: number;
  /** How many times it was asked. */
  asked: number;
  result: Result;
};

type Answered = { slowest: number; asked: number };

/**
 * Asks a server for its health every 50 ms while `work` goes on, and at least once; from a thread of
 * its own, so that what the test itself does with large answers is not measured.
 */
export async function probing<Result>(
  { address, pid }: { address: string; pid: number },
  work: () => Promise<Result>,
): Promise<Probe<Result>> {
  const url = `${address}/api/health`;
  const thread = new Worker(`${process.cwd()}/tests/attacks/health-probe-thread.mjs`, {
    workerData: { url, pid },
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
