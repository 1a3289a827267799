import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { DraftView } from '@/lib/article/article-draft';
import { leftOut } from './draft-messages';
import { readDraftText } from './read-draft-text';

/** That a text was frozen, by whom, and what was written here and is not in it; null while that is not known. */
export type Locked = { by: string; lost: string | null };

const orNull = (thrown: unknown): null => {
  if (thrown instanceof ApiProblem) return null;
  throw thrown;
};

/** What was written here and is not in a draft as it was frozen. */
export async function lostOf(draftId: string, mine: string): Promise<string> {
  const text = await readDraftText(draftId, 'draft').catch(orNull);
  // Where it cannot be compared, all of it is shown: better too much than too little.
  return text === null ? mine : leftOut(text, mine);
}

/** Whether a draft was frozen, as the live line tells it or, by `look`, as it is on disk. */
export function useLocked(
  draftId: string,
  textNow: () => string,
): {
  locked: Locked | null;
  /** Whether the draft is closed to this person for another reason. */
  isAway: boolean;
  handleLocked: (by: string) => void;
  look: () => Promise<void>;
} {
  const [locked, setLocked] = useState<Locked | null>(null);
  const [isAway, setAway] = useState(false);

  const handleLocked = (by: string) => {
    setLocked((known) => known ?? { by, lost: null });
    void lostOf(draftId, textNow()).then((lost) => setLocked({ by, lost }));
  };
  const look = async () => {
    const now = await callApi<DraftView>('GET', `/api/v1/drafts/${draftId}`).catch(orNull);
    if (now !== null && now.frozenAt !== null) handleLocked(now.frozenBy ?? 'Somebody');
    else setAway(true);
  };
  return { locked, isAway, handleLocked, look };
}
