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

/**
 * The guidelines as the publisher sees them, a Yjs state in Base64; they are saved before
 * publishing.
 */
export const publishInput = z.strictObject({
  guidelinesState: z
    .base64('It is not Base64.')
    .max(Math.ceil(maxStateBytes / 3) * 4, 'It is larger than guidelines may be.')
    .optional(),
});

/** The body of a request to publish. */
type PublishInput = z.infer<typeof publishInput>;

/**
 * Publishes the draft as the next version, which never changes and against which new annotations are
 * validated. Existing annotations keep the version that they were made with, deleted labels included.
 * Publishing changes what members may do, so it is announced to live connections.
 *
 * @throws {Refusal} `conflict` for a draft that equals the last version.
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
        `The draft is the same as version ${stored.version}. Nothing was published; change the draft first.`,
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
