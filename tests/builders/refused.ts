import { Refusal } from '@/lib/refusal';

/**
 * The refusal that an action must end in; an action that succeeds, or fails otherwise, fails the
 * test.
 */
export async function refused(work: Promise<unknown>): Promise<Refusal> {
  const thrown = await work.then(
    () => new Error('It was not refused.'),
    (reason: unknown) => reason,
  );
  if (thrown instanceof Refusal) return thrown;
  throw thrown;
}
