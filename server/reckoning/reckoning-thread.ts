import { reckonerHere } from '@/lib/agreement/reckoner';
import type { Waiting } from '@/lib/agreement/statistics/progress';
import { Refusal } from '@/lib/refusal';
import type { ReckoningTask } from './reckoning-task';

/** What a thread says of a task: what came of it, or the refusal, whose class does not cross. */
export type Reckoned =
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; refusal: Pick<Refusal, 'reason' | 'message' | 'faults' | 'retryAfter'> };

/** Reckons one task. The thread has a connection to the database of its own, and remembers statistics. */
export default async function reckon({ deed, request, port }: ReckoningTask): Promise<Reckoned> {
  const waiting: Waiting = { onProgress: (at) => port?.postMessage(at) };
  const verb = reckonerHere[deed] as (request: unknown, waiting: Waiting) => Promise<unknown>;
  try {
    const value = await verb(request, waiting);
    // Statistics are in the database by now; nobody needs them twice.
    return { kind: 'done', value: deed === 'takeStatistics' ? null : value };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const { reason, message, faults, retryAfter } = thrown;
    return { kind: 'refused', refusal: { reason, message, faults, retryAfter } };
  } finally {
    port?.close();
  }
}
