import type { Node } from '@tiptap/pm/model';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { DraftView } from '@/lib/article/article-draft';
import { handEdits } from '@/lib/article/hand-edits';

/** The text of an editor’s document: its blocks, joined by LF. */
export function textOfEditor(doc: Node): string {
  return doc.textBetween(0, doc.content.size, '\n');
}

/**
 * What somebody has written that is not in a text as it was frozen: each piece with the words around
 * it, so that it can be found and copied; empty where all of it is in.
 */
export function leftOut(frozen: string, mine: string): string {
  const around = 40;
  const pieces: string[] = [];
  let shift = 0;
  for (const { start, end, text } of handEdits(frozen, mine)) {
    const at = start + shift;
    shift += text.length - (end - start);
    if (text.trim() === '') continue;
    const before =
      mine
        .slice(Math.max(0, at - around), at)
        .split('\n')
        .at(-1) ?? '';
    const after = mine.slice(at + text.length, at + text.length + around).split('\n')[0] ?? '';
    pieces.push(`${before}${text}${after}`.trim().toWellFormed());
  }
  return pieces.join('\n\n');
}

/** The text of a draft as it is on disk, or the upload that it was made from, to the character. */
export async function readDraftText(draftId: string, of: 'draft' | 'upload'): Promise<string> {
  const response = await fetch(`/api/v1/drafts/${draftId}/text?of=${of}`).catch(() => null);
  if (response?.ok) return response.text();
  throw new ApiProblem(
    response?.status ?? 0,
    'The text could not be read',
    'Nothing was changed. Check the connection, then try again.',
  );
}

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
