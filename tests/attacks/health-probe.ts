import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** How a server answered health checks while other work was done. */
export type Probe<Result> = {
  /**
   * Milliseconds until the slowest answer, minus those in which server or probe were runnable without a
   * processor, so that other load of the machine is not measured. Infinite if an answer never came.
   */
  slowest: number;
  /** The number of requests. */
  asked: number;
  result: Result;
};

type Answered = { slowest: number; asked: number };

/**
 * Requests a server's health every 50 ms while `work` runs, and at least once; from a separate thread,
 * so that the test's own work with large answers is not measured.
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
