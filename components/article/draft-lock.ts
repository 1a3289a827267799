import { handEdits } from '@/lib/article/difference';
import type { Node } from '@tiptap/pm/model';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { DraftView } from '@/lib/article/article-draft';

/** The text of an editor’s document: its blocks joined by LF. */
export function textOfEditor(doc: Node): string {
  return doc.textBetween(0, doc.content.size, '\n');
}

/**
 * What the editor's text `mine` has and the locked text does not: each added piece with up to 40
 * UTF-16 code units of context on either side, so that it can be found and copied; '' where nothing
 * is missing.
 */
export function leftOut(lockedText: string, mine: string): string {
  const around = 40;
  const pieces: string[] = [];
  let shift = 0;
  for (const { start, end, text } of handEdits(lockedText, mine)) {
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

/**
 * Fetches the stored text of a draft, or the upload that it was made from, to the character.
 *
 * @throws {ApiProblem} where it cannot be read.
 */
export async function readDraftText(draftId: string, of: 'draft' | 'upload'): Promise<string> {
  const response = await fetch(`/api/v1/drafts/${draftId}/text?of=${of}`).catch(() => null);
  if (response?.ok) return response.text();
  throw new ApiProblem(
    response?.status ?? 0,
    'The text could not be read',
    'Nothing was changed. Check the connection, then try again.',
  );
}

/**
 * Who locked a text, and what was written here and is not in it; `lost` is null while that is
 * unknown.
 */
type Locked = { by: string; lost: string | null };

const orNull = (thrown: unknown): null => {
  if (thrown instanceof ApiProblem) return null;
  throw thrown;
};

/** What was written here (`mine`) and is not in the locked text of a draft; '' for nothing. */
export async function lostOf(draftId: string, mine: string): Promise<string> {
  const text = await readDraftText(draftId, 'draft').catch(orNull);
  // Where the locked text cannot be read, all of `mine` is shown.
  return text === null ? mine : leftOut(text, mine);
}

/**
 * Whether a draft was locked, by a live message (`handleLocked`) or by asking the server (`check`).
 */
export function useLocked(
  draftId: string,
  textNow: () => string,
): {
  locked: Locked | null;
  /** Whether the viewer has lost access to the draft for another reason. */
  isAway: boolean;
  handleLocked: (by: string) => void;
  check: () => Promise<void>;
} {
  const [locked, setLocked] = useState<Locked | null>(null);
  const [isAway, setAway] = useState(false);

  const handleLocked = (by: string) => {
    setLocked((known) => known ?? { by, lost: null });
    void lostOf(draftId, textNow()).then((lost) => setLocked({ by, lost }));
  };
  const check = async () => {
    const now = await callApi<DraftView>('GET', `/api/v1/drafts/${draftId}`).catch(orNull);
    if (now !== null && now.frozenAt !== null) handleLocked(now.frozenBy ?? 'Somebody');
    else setAway(true);
  };
  return { locked, isAway, handleLocked, check };
}
