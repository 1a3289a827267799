import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { Refusal, absent, conflict } from '@/lib/refusal';
import type { StoredDraft } from './article-draft-store';
import { findDraft } from './article-draft-store';

/** The draft, if the viewer may prepare articles in its project. To strangers it is absent. */
export async function knownDraft(
  viewer: Viewer,
  draftId: string,
  on: Db = db(),
): Promise<StoredDraft> {
  const found = await findDraft(on, draftId);
  if (found === null) throw absent('draft');
  await requireMembership(viewer, found.view.projectId, 'add articles', on).catch(
    (thrown: unknown) => {
      throw thrown instanceof Refusal && thrown.reason === 'absent' ? absent('draft') : thrown;
    },
  );
  return found;
}

/** Refuses where a draft has become an article already: nothing of it changes any more. */
export function requireUnfrozen({ view }: StoredDraft): void {
  if (view.frozenAt === null) return;
  const by = view.frozenBy === null ? '' : ` by ${view.frozenBy}`;
  throw conflict(
    `This text was frozen${by} and is an article now. Nothing was changed; copy what you need from yours.`,
  );
}

/** Refuses where a draft is put away. */
export function requireUnarchived({ view }: StoredDraft): void {
  if (view.archivedAt === null) return;
  throw conflict(
    'This draft is archived. Nothing was changed; bring it back first, with archived: false.',
  );
}
