import { publishedCodebook } from '@/lib/codebook/read-codebook';
import type { Announcement } from '@/lib/live/live-channel';
import { requireByHand, requireOpen, requireWriter, seen } from './layer-access';
import { maxLayerAnnotations, requireFewAnnotations } from './layer';
import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import type { FrozenText } from '@/lib/article/frozen-text';
import { frozenText } from '@/lib/article/frozen-text';
import type { Codebook } from '@/lib/codebook/codebook';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { Changed, Codebooks, SentChange } from './sent-change';
import { annotationOf } from './sent-change';
import type { Planned } from './change-plan';
import { planChanges } from './change-plan';
import type { ChangeContext, Outcome, Writing, WrittenChange } from './change-store';
import { countOthers, findChangeContext, writeChanges } from './change-store';
import type { Written } from './change-announcements';
import { changeAnnouncements, repeatedChangeAnnouncements } from './change-announcements';
import { holdLayer } from './layer-store';
import { answerRepeated } from './repeated-change';

/** The results of all changes, in their order, and the text of the revision. */
type Changes = { changed: Changed[]; frozen: FrozenText };

async function codebooksFor(on: Db, context: ChangeContext): Promise<Codebooks> {
  const latest = context.codebookVersion ?? 0;
  const versions = new Set([latest]);
  for (const { codebookVersion } of context.stored.values()) versions.add(codebookVersion);
  const books = new Map<number, Codebook>();
  for (const version of versions) {
    const content = await publishedCodebook(on, context.projectId, version);
    if (content !== null) books.set(version, content);
  }
  return { latest, read: (version) => books.get(version) };
}

function writesOf(planned: readonly Planned[]): WrittenChange[] {
  return planned.flatMap((plan) => {
    if (plan.unchanged !== null) return [];
    const { annotationId: id, idempotencyKey } = plan.sent;
    const { expected, kind, nextContent } = plan;
    return [{ id, expected, kind, idempotencyKey, nextContent }];
  });
}

function changedBy(
  plan: Planned,
  layerId: string,
  text: string,
  outcomes: ReadonlyMap<string, Outcome>,
): Changed[] {
  if (plan.unchanged !== null)
    return [{ annotation: annotationOf(text, plan.unchanged), made: false }];
  const id = plan.sent.annotationId;
  const outcome = outcomes.get(id);
  if (outcome === undefined) return [];
  return [{ annotation: { id, layerId, ...plan.nextContent, ...outcome }, made: plan.made }];
}

/** Results with the announcements to publish after the commit. */
type Attempt = Changes & { announcements: Announcement[] };

function writtenBy(planned: readonly Planned[], changed: readonly Changed[]): Written[] {
  return planned.flatMap(({ kind, unchanged }, at) => {
    const annotation = changed[at]?.annotation;
    return unchanged !== null || annotation === undefined ? [] : [{ kind, annotation }];
  });
}

/**
 * Refuses changes that would give the layer too many annotations. They are counted only where the
 * layer has had that many events.
 */
async function requireCapacity(on: Db, context: ChangeContext, writes: readonly WrittenChange[]) {
  if (context.eventCount + writes.length <= maxLayerAnnotations) return;
  const puts = writes.filter(({ kind }) => kind === 'put').length;
  if (puts === 0) return;
  const ids = writes.map(({ id }) => id);
  requireFewAnnotations((await countOthers(on, context.layerId, ids)) + puts);
}

/**
 * Plans and writes the changes once; null where somebody else wrote between the reading and the
 * writing.
 */
async function attempt(
  on: Db,
  { userId }: Viewer,
  layerId: string,
  sentChanges: readonly SentChange[],
): Promise<Attempt | null> {
  const ids = sentChanges.map(({ annotationId }) => annotationId);
  const idempotencyKeys = sentChanges.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
  const context = seen(await findChangeContext(on, layerId, userId, ids, idempotencyKeys), userId);
  const frozen = await frozenText(on, context.revisionId);
  const { text } = frozen;
  const before = answerRepeated(sentChanges, context, userId, text);
  if (before !== null)
    return { changed: before, frozen, announcements: repeatedChangeAnnouncements(context, before) };
  requireWriter(context, userId);
  requireByHand(context);
  requireOpen(context);
  const codebooks = await codebooksFor(on, context);
  const { stored } = context;
  const planned = planChanges(sentChanges, {
    layerId: context.layerId,
    text,
    indexIn: frozen.indexIn,
    stored,
    codebooks,
  });
  const writes = writesOf(planned);
  await requireCapacity(on, context, writes);
  const writing: Writing | null =
    writes.length === 0
      ? { before: 0, outcomes: new Map() }
      : await writeChanges(on, layerId, userId, writes);
  if (writing === null) return null;
  const changed = planned.flatMap((plan) =>
    changedBy(plan, context.layerId, text, writing.outcomes),
  );
  const announcements = changeAnnouncements(context, writing.before, writtenBy(planned, changed));
  return { changed, frozen, announcements };
}

async function committed(
  viewer: Viewer,
  layerId: string,
  sentChanges: readonly SentChange[],
): Promise<Attempt> {
  for (let tries = 0; tries < 2; tries++) {
    const changes = await attempt(db(), viewer, layerId, sentChanges);
    if (changes !== null) return changes;
  }
  return transaction(async (tx) => {
    await holdLayer(tx, layerId);
    const changes = await attempt(tx, viewer, layerId, sentChanges);
    if (changes === null) {
      throw conflict(
        'Somebody else wrote the same at the same moment. Nothing was changed; please try again.',
      );
    }
    return changes;
  });
}

/**
 * Puts and removes annotations in a layer of the viewer's, all of the changes or none, each with
 * its event; the only way to write annotations of analysts. What already has the content sent is
 * left as it is; a change whose idempotency key is known is answered as it was then. The first two
 * attempts take no lock, since people rarely write the same layer at once; the last one locks the
 * layer's row.
 *
 * @throws {Refusal} `absent` where the viewer may not see the layer; `forbidden` where they may not
 * write to it; `invalid` with the faults by path; `conflict` where a version is not the expected
 * one, the layer is submitted, or the project or article is archived; `too-large`.
 */
export async function changeAnnotations(
  viewer: Viewer,
  layerId: string,
  sentChanges: readonly SentChange[],
): Promise<Changes> {
  const { announcements, ...changes } = await committed(viewer, layerId, sentChanges);
  announce(...announcements);
  return changes;
}
