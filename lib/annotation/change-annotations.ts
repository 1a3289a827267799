import { announce } from '@/lib/access/announce';
import type { Announcement } from '@/lib/access/announcement';
import type { Viewer } from '@/lib/access/viewer';
import type { FrozenText } from '@/lib/article/frozen-text';
import { frozenText } from '@/lib/article/frozen-text';
import type { Codebook } from '@/lib/codebook/codebook';
import { publishedCodebook } from '@/lib/codebook/published-codebook';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { Changed, Codebooks, SentDeed } from './deed';
import { annotationOf } from './deed';
import type { Planned } from './deed-plan';
import { planDeeds } from './deed-plan';
import type { DeedContext, Outcome, Writing, WrittenDeed } from './deed-store';
import { countOthers, findDeedContext, writeDeeds } from './deed-store';
import type { Written } from './deeds-told';
import { deedsTold, deedsToldAgain } from './deeds-told';
import { requireByHand, requireOpen, requireWriter, seen } from './layer-context';
import { holdLayer } from './layer-store';
import { maxLayerAnnotations, requireFewAnnotations } from './layer-limit';
import { answerRepeated } from './repeated-deed';

/** What became of all deeds, in their order, and the text that they are about. */
export type Changes = { changed: Changed[]; frozen: FrozenText };

async function codebooksFor(on: Db, context: DeedContext): Promise<Codebooks> {
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

function writesOf(planned: readonly Planned[]): WrittenDeed[] {
  return planned.flatMap((plan) => {
    if (plan.stands !== null) return [];
    const { annotationId: id, deedId } = plan.sent;
    const { expected, deed, becoming } = plan;
    return [{ id, expected, deed, deedId, becoming }];
  });
}

function changedBy(
  plan: Planned,
  layerId: string,
  text: string,
  outcomes: ReadonlyMap<string, Outcome>,
): Changed[] {
  if (plan.stands !== null) return [{ annotation: annotationOf(text, plan.stands), made: false }];
  const id = plan.sent.annotationId;
  const outcome = outcomes.get(id);
  if (outcome === undefined) return [];
  return [{ annotation: { id, layerId, ...plan.becoming, ...outcome }, made: plan.made }];
}

/** Changes with what is to be told of them. */
type Attempt = Changes & { told: Announcement[] };

function writtenBy(planned: readonly Planned[], changed: readonly Changed[]): Written[] {
  return planned.flatMap(({ deed, stands }, at) => {
    const annotation = changed[at]?.annotation;
    return stands !== null || annotation === undefined ? [] : [{ deed, annotation }];
  });
}

/** Refuses what would give the layer too many annotations. They are counted only where it had as many deeds. */
async function requireRoom(on: Db, context: DeedContext, writes: readonly WrittenDeed[]) {
  if (context.deedCount + writes.length <= maxLayerAnnotations) return;
  const puts = writes.filter(({ deed }) => deed === 'put').length;
  if (puts === 0) return;
  const ids = writes.map(({ id }) => id);
  requireFewAnnotations((await countOthers(on, context.layerId, ids)) + puts);
}

/** null: somebody wrote in between what was read and what was to be written. */
async function attempt(
  on: Db,
  { userId }: Viewer,
  layerId: string,
  deeds: readonly SentDeed[],
): Promise<Attempt | null> {
  const ids = deeds.map(({ annotationId }) => annotationId);
  const deedIds = deeds.flatMap(({ deedId }) => deedId ?? []);
  const context = seen(await findDeedContext(on, layerId, userId, ids, deedIds), userId);
  const frozen = await frozenText(on, context.revisionId);
  const { text } = frozen;
  const before = answerRepeated(deeds, context, userId, text);
  if (before !== null) return { changed: before, frozen, told: deedsToldAgain(context, before) };
  requireWriter(context, userId);
  requireByHand(context);
  requireOpen(context);
  const codebooks = await codebooksFor(on, context);
  const { stored } = context;
  const planned = planDeeds(deeds, {
    layerId: context.layerId,
    text,
    indexIn: frozen.indexIn,
    stored,
    codebooks,
  });
  const writes = writesOf(planned);
  await requireRoom(on, context, writes);
  const writing: Writing | null =
    writes.length === 0
      ? { before: 0, outcomes: new Map() }
      : await writeDeeds(on, layerId, userId, writes);
  if (writing === null) return null;
  const changed = planned.flatMap((plan) =>
    changedBy(plan, context.layerId, text, writing.outcomes),
  );
  const told = deedsTold(context, writing.before, writtenBy(planned, changed));
  return { changed, frozen, told };
}

async function committed(
  viewer: Viewer,
  layerId: string,
  deeds: readonly SentDeed[],
): Promise<Attempt> {
  for (let tries = 0; tries < 2; tries++) {
    const changes = await attempt(db(), viewer, layerId, deeds);
    if (changes !== null) return changes;
  }
  return transaction(async (tx) => {
    await holdLayer(tx, layerId);
    const changes = await attempt(tx, viewer, layerId, deeds);
    if (changes === null) {
      throw conflict(
        'Somebody else wrote the same at the same moment. Nothing was changed; please try again.',
      );
    }
    return changes;
  });
}

/**
 * The one way to write annotations: puts and removes them in a layer of the viewer's, all of the
 * deeds or none, each with its history. What stands already as sent is left as it is; a deed known
 * by its name is answered as it was then. The first tries take no lock beforehand, since people
 * rarely write the same at once; when they do, the layer is held while it is read and written.
 */
export async function changeAnnotations(
  viewer: Viewer,
  layerId: string,
  deeds: readonly SentDeed[],
): Promise<Changes> {
  const { told, ...changes } = await committed(viewer, layerId, deeds);
  announce(...told);
  return changes;
}
