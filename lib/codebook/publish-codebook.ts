import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { announce } from '@/lib/live/announce';
import { maxStateBytes } from '@/lib/live/shared-state';
import { requireMembership } from '@/lib/project/require-membership';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { CodebookVersionView } from './codebook';
import {
  findCodebook,
  findDraftGuidelines,
  findVersion,
  insertVersion,
  lockCodebook,
} from './codebook-store';
import { isSame } from './difference';
import type { GuidelinesForm } from './guidelines';
import { saveGuidelines } from './shared-guidelines';

/** What the one who publishes has of the guidelines before them: a Yjs update in Base64, so that it is in. */
export const publishInput = z.strictObject({
  guidelinesState: z
    .base64('It is not in Base64.')
    .max(Math.ceil(maxStateBytes / 3) * 4, 'It is larger than guidelines may be.')
    .optional(),
});

/** What the one who publishes has of the guidelines before them. */
export type PublishInput = z.infer<typeof publishInput>;

/**
 * Publishes the draft as the next version: frozen from then on, and what new annotations are
 * checked against. Annotations that are there keep the version they were made with, labels that
 * were withdrawn included. A draft equal to the last version is refused.
 */
export async function publishCodebook(
  viewer: Viewer,
  projectId: string,
  form: GuidelinesForm,
  { guidelinesState }: PublishInput = {},
): Promise<CodebookVersionView> {
  await requireMembership(viewer, projectId, 'publish codebook');
  if (guidelinesState !== undefined) {
    await requireMembership(viewer, projectId, 'change codebook');
    const state = new Uint8Array(Buffer.from(guidelinesState, 'base64'));
    await saveGuidelines(projectId, state, form, viewer.userId);
  }
  const view = await transaction(async (tx) => {
    await requireMembership(viewer, projectId, 'publish codebook', tx);
    await lockCodebook(tx, projectId);
    const stored = await findCodebook(tx, projectId);
    if (stored === null) throw absent('codebook');
    const last = await findVersion(tx, projectId, stored.version);
    if (last !== null && isSame(last.content, stored.draft)) {
      throw conflict(
        `The draft says the same as version ${stored.version}. Nothing was published; change the draft first.`,
      );
    }
    const version = stored.version + 1;
    const document = await findDraftGuidelines(tx, projectId);
    await insertVersion(tx, projectId, version, stored.draft, viewer.userId, document);
    const published = await findVersion(tx, projectId, version);
    if (published === null) throw absent('codebook');
    const { content, publishedAt, publishedBy } = published;
    return { ...content, version, publishedAt: publishedAt.toISOString(), publishedBy };
  });
  announce({ kind: 'rights', of: { projectId } });
  return view;
}
