import type { Listing } from '@/lib/page';
import { cursorKey, listing, listingQuery } from '@/lib/page';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { absent, conflict } from '@/lib/refusal';
import type { StoredDraft } from './article-draft-store';
import { findDraft, findWholeDraft, findDrafts } from './article-draft-store';
import type { DraftView } from './article-draft';
import { draftTextComputation } from './text-computations';
import { workOnText } from './text-work';
import { z } from 'zod';

/** The draft, if the viewer may prepare articles in its project. To strangers it is absent. */
export async function knownDraft(
  viewer: Viewer,
  draftId: string,
  on: Db = db(),
): Promise<StoredDraft> {
  const found = await findDraft(on, draftId);
  if (found === null) throw absent('draft');
  await requireMembership(viewer, found.view.projectId, 'add articles', on, 'draft');
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

/** A draft, without its text, for those who may prepare articles; one that was frozen, too. */
export async function readDraft(viewer: Viewer, draftId: string): Promise<DraftView> {
  return (await knownDraft(viewer, draftId)).view;
}

/** The text of a draft to the character: as it is on disk, or the upload as it came. */
export async function readDraftText(
  viewer: Viewer,
  draftId: string,
  of: 'draft' | 'upload' = 'draft',
): Promise<string> {
  await knownDraft(viewer, draftId);
  const draft = await findWholeDraft(db(), draftId);
  if (draft === null) throw absent('draft');
  if (of === 'upload') return Buffer.from(draft.raw).toString('utf8');
  const { userId } = viewer;
  const size = draft.state.byteLength;
  return (await workOnText(draftTextComputation, draft.state, { userId, size })) ?? draft.prepared;
}

/** Which of a project's drafts are asked for: `archived=true` lists those that are put away. */
export const draftsQuery = listingQuery.extend({ archived: z.stringbool().optional() });

/** Which of a project's drafts are asked for. */
export type DraftsQuery = z.infer<typeof draftsQuery>;

const key = z.tuple([z.iso.datetime(), z.uuid()]);

/** The texts of a project that are being prepared, the one begun last first. */
export async function listDrafts(
  viewer: Viewer,
  projectId: string,
  { limit, cursor, archived = false }: DraftsQuery,
): Promise<Listing<DraftView>> {
  await requireMembership(viewer, projectId, 'add articles');
  const after = cursorKey(cursor, key);
  const rows = await findDrafts(db(), projectId, { limit, after, archived });
  return listing(
    rows,
    limit,
    ({ view }) => [view.createdAt, view.id],
    ({ view }) => view,
  );
}
