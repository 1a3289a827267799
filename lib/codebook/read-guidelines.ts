import type { Viewer } from '@/lib/access/viewer';
import { compute } from '@/lib/compute/compute';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { Refusal, absent } from '@/lib/refusal';
import {
  fillDraftGuidelines,
  fillVersionGuidelines,
  findCodebook,
  findDraftGuidelines,
  findVersion,
  findVersionGuidelines,
} from './codebook-store';
import type { GuidelinesDocument, GuidelinesForm } from './guidelines';
import { plainGuidelines } from './guidelines';

/** Guidelines as parsed now, and whether to store that: not where the compute pool had no time. */
async function readNow(
  viewer: Viewer,
  guidelines: string,
  form: GuidelinesForm,
): Promise<{ document: GuidelinesDocument; isFinal: boolean }> {
  try {
    const document = await compute(form.read, guidelines, { userId: viewer.userId });
    return { document, isFinal: true };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { document: plainGuidelines(guidelines), isFinal: thrown.reason === 'invalid' };
  }
}

type Read = Awaited<ReturnType<typeof readNow>>;

/** The parsing under way, by Markdown, so that concurrent requests share one computation. */
const underWay = new Map<string, Promise<Read>>();

async function readOnce(viewer: Viewer, guidelines: string, form: GuidelinesForm): Promise<Read> {
  const begun = underWay.get(guidelines);
  if (begun !== undefined) return begun;
  const pending = readNow(viewer, guidelines, form).finally(() => underWay.delete(guidelines));
  underWay.set(guidelines, pending);
  return pending;
}

/**
 * The parsed guidelines of a project’s draft or of a published version, for its members. Guidelines are
 * parsed when they are written; those that are not yet are parsed here once and stored. What cannot be
 * parsed within the bounds is shown as plain text.
 *
 * @throws {Refusal} `absent` where there is no such version, or the viewer is no member.
 */
export async function readGuidelines(
  viewer: Viewer,
  projectId: string,
  which: 'draft' | number,
  form: GuidelinesForm,
): Promise<GuidelinesDocument> {
  await requireMembership(viewer, projectId, 'read codebook');
  if (which === 'draft') {
    const known = await findDraftGuidelines(db(), projectId);
    if (known !== null) return known;
    const stored = await findCodebook(db(), projectId);
    if (stored === null) throw absent('codebook');
    const { guidelines } = stored.draft;
    const { document, isFinal } = await readOnce(viewer, guidelines, form);
    if (isFinal) await fillDraftGuidelines(db(), projectId, guidelines, document);
    return document;
  }
  const known = await findVersionGuidelines(db(), projectId, which);
  if (known !== null) return known;
  const found = await findVersion(db(), projectId, which);
  if (found === null) throw absent('version of the codebook');
  const { document, isFinal } = await readOnce(viewer, found.content.guidelines, form);
  if (isFinal) await fillVersionGuidelines(db(), projectId, which, document);
  return document;
}
