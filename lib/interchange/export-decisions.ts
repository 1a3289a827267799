import { findArticleDecisions } from '@/lib/adjudication/decision/stored-decision-store';
import { narrowedDecision } from '@/lib/adjudication/decision/seen-decision';
import { findVersionContents } from '@/lib/adjudication/decision/decision-store';
import type { MergeRun } from '@/lib/adjudication/merge/merge';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import type { StoredDecision, OpenDecision } from '@/lib/adjudication/decision/seen-decision';
import { findMerges } from '@/lib/adjudication/merge/merge-store';
import type { FrozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { OpenSource } from './export-shown';
import { byPages } from './streaming';

/** Number of decisions whose versions are fetched together. */
const atOnce = 200;

/**
 * These decisions, in their order, as far as the viewer may know each; those of which they may know
 * nothing are left out.
 */
export async function openOf(
  decisions: readonly StoredDecision[],
  viewer: DecisionViewer,
  textOf: (revisionId: string) => Promise<Pick<FrozenText, 'text'>>,
): Promise<OpenDecision[]> {
  const names = decisions.flatMap(({ sources, outcome }) => [...sources, ...outcome]);
  const contents = await findVersionContents(db(), names);
  const open: OpenDecision[] = [];
  for (const decision of decisions) {
    const { text } = await textOf(decision.revisionId);
    const narrowed = narrowedDecision(viewer, decision, { contents, text });
    if (narrowed !== null) open.push(narrowed);
  }
  return open;
}

/** As `openOf`, for a stream of decisions, some hundred at a time. */
export async function* openDecisions(
  decisions: AsyncIterable<StoredDecision>,
  viewer: DecisionViewer,
  textOf: (revisionId: string) => Promise<Pick<FrozenText, 'text'>>,
): AsyncGenerator<OpenDecision, void> {
  let gathered: StoredDecision[] = [];
  for await (const decision of decisions) {
    gathered.push(decision);
    if (gathered.length < atOnce) continue;
    yield* await openOf(gathered, viewer, textOf);
    gathered = [];
  }
  yield* await openOf(gathered, viewer, textOf);
}

type Person = { id: string; name: string };

/**
 * How decisions are exported: people by the chosen names, and which source versions the viewer may
 * see.
 */
type DecisionJsonOptions = {
  text: boolean;
  personOf: (person: Person) => { id: string | null; name: string };
  sourcesOf: (decision: OpenDecision) => OpenSource[];
  textOf: (revisionId: string) => Promise<FrozenText>;
  /** The viewer; decisions that they may not know are left out. */
  viewer: DecisionViewer;
};

/** The decisions of an article as JSON, by position, as far as the viewer may know each. */
export async function* decisionsOf(
  articleId: string,
  { text, personOf, sourcesOf, textOf, viewer }: DecisionJsonOptions,
) {
  const pages = byPages<StoredDecision>((after, limit) =>
    findArticleDecisions(db(), articleId, { limit, after }),
  );
  for await (const decision of openDecisions(pages, viewer, textOf)) {
    const index = (await textOf(decision.revisionId)).indexIn('code-point');
    const toUnit = (position: number) => index.fromUtf16(position) ?? position;
    const sources = sourcesOf(decision);
    const open = new Set(sources.map(({ annotationId }) => annotationId));
    const { id, revision, start, end, quote, kind, rule, mergeId, kinds } = decision;
    const { silent, outcome, relation, openAttributes, finalLabels, rejectedLabels } = decision;
    const { reasonKey, reason, by, at, endedAt, endedBy, replacedById } = decision;
    yield {
      id,
      revision,
      start: toUnit(start),
      end: toUnit(end),
      ...(text ? { quote } : {}),
      kind,
      rule: rule === '' ? null : rule,
      mergeId,
      kinds,
      sources,
      silent: silent === null ? null : silent.length,
      outcome: outcome.map(({ annotationId, version, label, from }) => ({
        annotationId,
        version,
        label,
        sources: from.filter((source) => open.has(source)),
      })),
      relation,
      openAttributes,
      finalLabels,
      rejectedLabels,
      reasonKey,
      reason,
      by: personOf(by),
      at,
      endedAt,
      endedBy: endedBy && personOf(endedBy),
      replacedById,
    };
  }
}

/** Every merge run over an article as JSON, the latest first. */
export async function* mergesOf(
  articleId: string,
  { personOf }: Pick<DecisionJsonOptions, 'personOf'>,
) {
  const pages = byPages<MergeRun>((last, limit) =>
    findMerges(db(), articleId, { limit, after: last && [last.at, last.id] }),
  );
  for await (const { by, ...merge } of pages) yield { ...merge, by: personOf(by) };
}
