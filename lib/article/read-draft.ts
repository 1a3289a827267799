import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import type { Listing } from '@/lib/page';
import { cursorKey, listing, listingQuery } from '@/lib/page';
import { requireMembership } from '@/lib/project/require-membership';
import { absent, conflict } from '@/lib/refusal';
import type { DraftView } from './article-draft';
import type { StoredDraft } from './article-draft-store';
import { findDraft, findWholeDraft, findDrafts } from './article-draft-store';
import { draftTextComputation } from './text-computations';
import { workOnText } from './text-work';

/**
 * A draft, for members who may add articles to its project.
 *
 * @throws {Refusal} `absent` for everybody else.
 */
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

/**
 * Checks that a draft is not locked.
 *
 * @throws {Refusal} `conflict` where it has become an article.
 */
export function requireUnfrozen({ view }: StoredDraft): void {
  if (view.frozenAt === null) return;
  const by = view.frozenBy === null ? '' : ` by ${view.frozenBy}`;
  throw conflict(
    `This text was locked${by} and is an article now. Nothing was changed; copy what you need from your version.`,
  );
}

/**
 * Checks that a draft is not archived.
 *
 * @throws {Refusal} `conflict` where it is.
 */
export function requireUnarchived({ view }: StoredDraft): void {
  if (view.archivedAt === null) return;
  throw conflict(
    'This draft is archived. Nothing was changed; bring it back first, with archived: false.',
  );
}

/** A draft without its text, for members who may add articles; locked ones included. */
export async function readDraft(viewer: Viewer, draftId: string): Promise<DraftView> {
  return (await knownDraft(viewer, draftId)).view;
}

/** The text of a draft, to the character: the current one, as stored, or the upload as received. */
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

/** Filters of a project’s drafts: `archived=true` lists archived ones. */
export const draftsQuery = listingQuery.extend({ archived: z.stringbool().optional() });

/** Filters of a project’s drafts: `archived=true` lists archived ones. */
type DraftsQuery = z.infer<typeof draftsQuery>;

const key = z.tuple([z.iso.datetime(), z.uuid()]);

/** The drafts of a project, the newest first. */
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
