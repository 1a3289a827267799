import { byPages } from './streaming';
import type { OpenSource } from './export-shown';
import { findArticleDecisions } from '@/lib/adjudication/decision-log/article-decision-store';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import type { OpenDecision } from '@/lib/adjudication/decision/narrowed-decision';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';
import type { MergeRun } from '@/lib/adjudication/merge/merge-input';
import { findMerges } from '@/lib/adjudication/merge/merge-store';
import type { FrozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { openDecisions } from './open-decisions';

type Person = { id: string; name: string };

/** How what was settled is told: people by the names that were chosen, and the versions that are open. */
export type DecisionJsonOptions = {
  text: boolean;
  personOf: (person: Person) => { id: string | null; name: string };
  sourcesOf: (decision: OpenDecision) => OpenSource[];
  textOf: (revisionId: string) => Promise<FrozenText>;
  /** Who is told; null of a decision that they may not know is left out. */
  viewer: DecisionViewer;
};

/** The decisions of an article that the viewer may know, by place and as far as they may know them, as JSON. */
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

/** Every run of a merge over an article, the latest first, as JSON. */
export async function* mergesOf(
  articleId: string,
  { personOf }: Pick<DecisionJsonOptions, 'personOf'>,
) {
  const pages = byPages<MergeRun>((last, limit) =>
    findMerges(db(), articleId, { limit, after: last && [last.at, last.id] }),
  );
  for await (const { by, ...merge } of pages) yield { ...merge, by: personOf(by) };
}
