import { personalKeys } from '@/components/ui/browser-storage';
import { journalNames } from './earlier-version';
import type { Outbox } from './outbox';

/**
 * Number of a user's changes that have not reached the server: waiting changes, refused changes,
 * waiting decisions.
 */
export type Unsent = { waiting: number; refused: number; decisions: number };

/** Whether nothing would be lost if the browser deleted the user's data. */
export const isAllSent = ({ waiting, refused, decisions }: Unsent): boolean =>
  waiting + refused + decisions === 0;

/** Counts what of this user is only in the browser, in any tab. */
export async function unsentOf(outbox: Outbox, storage: Storage | null): Promise<Unsent> {
  const { userId } = outbox;
  await outbox.persister.recover();
  const counted = await outbox.tables.transact(async (tx) => ({
    waiting: (await tx.waiting(userId)).length,
    refused: await tx.countRefused(userId),
  }));
  // A change that the tables could not store yet is in the journal.
  const journal = personalKeys(storage, userId);
  const isChange = (key: string) =>
    journalNames('changes/').some((name) => key.startsWith(`parallax-journal/${name}`));
  const queued = journal.filter(isChange).length;
  return {
    waiting: Math.max(counted.waiting, queued),
    refused: counted.refused,
    decisions: journal.filter((key) => key.startsWith(`parallax-journal/decisions/`)).length,
  };
}

/** Sends what waits, for at most so many milliseconds; returns what is left then. */
export async function sendWaiting(
  outbox: Outbox,
  storage: Storage | null,
  milliseconds: number,
): Promise<Unsent> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const unsent = await unsentOf(outbox, storage);
    if (unsent.waiting === 0 || performance.now() >= until) return unsent;
    await outbox.sender.attempt(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Deletes everything of this user from the browser: tables, journals, settings under their id. */
export async function forgetPerson(outbox: Outbox, storage: Storage | null): Promise<void> {
  await outbox.tables.transact((tx) => tx.forgetPerson(outbox.userId));
  for (const key of personalKeys(storage, outbox.userId)) storage?.removeItem(key);
}
