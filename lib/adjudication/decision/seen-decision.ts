import { aroundSpan } from '@/lib/annotation/span-selection';
import { contentHash } from '@/lib/adjudication/unit/content-hash';
import { quoteOf } from '@/lib/annotation/span';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { hidesSource, seesOthers } from '@/lib/annotation/visibility';
import type { PositionIndex } from '@/lib/article/code-points';
import { annotationVersionViewOf, versionKey } from './annotation-version';
import type { VersionContent, VersionName } from './annotation-version';
import type { Decision, SourceRef } from './decision';
import type { DecisionViewer } from './decision-access';
import { canReachDecision, seesWholeDecisions } from './decision-access';
import type { DecisionView } from './decision-view';

/**
 * A decision narrowed to what one person may see; `silent` is null where it would reveal others'
 * layers.
 */
export type OpenDecision = Omit<StoredDecision, 'silent'> & { silent: readonly string[] | null };

/** What narrowing needs: the contents of the versions, and the text of the decision's revision. */
type DecisionContents = {
  contents: ReadonlyMap<string, VersionContent>;
  text: string;
};

function contentsOf(names: readonly VersionName[], { contents }: DecisionContents) {
  return names.flatMap((name) => contents.get(versionKey(name)) ?? []);
}

/**
 * The decision as the viewer may see it; null where they may see nothing of it. For those who do
 * not see others' layers it is reduced to the words of their own annotations and of its outcome, to
 * their own versions and the labels of these, without the kinds of disagreement, the rule, the
 * merge, the ties and the counts.
 */
export function narrowedDecision(
  viewer: DecisionViewer,
  decision: StoredDecision,
  all: DecisionContents,
): OpenDecision | null {
  const { sources, outcome, relation, endedAt } = decision;
  const reach = {
    layerIds: sources.map(({ layerId }) => layerId),
    isCurrent: endedAt === null,
    makes: outcome.length > 0 || relation?.isInConsensus === true,
  };
  if (!canReachDecision(viewer, reach)) return null;
  if (seesWholeDecisions(viewer)) return decision;
  const own = sources.filter(({ layerId }) => layerId === viewer.ownLayerId);
  const ownContents = contentsOf(own, all);
  const known = [...ownContents, ...contentsOf(outcome, all)].flatMap(({ segments }) => segments);
  const start = Math.min(...known.map((segment) => segment.start));
  const end = Math.max(...known.map((segment) => segment.end));
  const isPlaced = known.length > 0;
  const ownIds = new Set(own.map(({ annotationId }) => annotationId));
  const ownLabels = new Set(ownContents.map(({ label }) => label));
  return {
    ...decision,
    ...(isPlaced ? { start, end, quote: quoteOf(all.text, [{ start, end }]) } : {}),
    rule: '',
    mergeId: null,
    kinds: [],
    sources: own,
    silent: null,
    versionHashes: [],
    outcome: outcome.map(({ from, ...ref }) => ({
      ...ref,
      from: from.filter((id) => ownIds.has(id)),
    })),
    openAttributes: [],
    rejectedLabels: decision.rejectedLabels.filter((label) => ownLabels.has(label)),
  };
}

/** A decision with its article, revision and end, as it is stored. */
export type StoredDecision = Decision & {
  projectId: string;
  articleId: string;
  articleTitle: string;
  source: string | null;
  revisionId: string;
  revision: number;
  layerId: string;
  endedAt: string | null;
  endedBy: { id: string; name: string } | null;
  replacedById: string | null;
};

/** The viewer, whether the project hides names, and the contents of the decision's versions. */
export type DecisionViewContext = {
  who: LayerViewer & { hideSource: boolean };
  anonymous: boolean;
  text: string;
  index: PositionIndex;
  contents: ReadonlyMap<string, VersionContent>;
  /** The author of a layer. */
  authorOf: (layerId: string) => { id: string; name: string } | undefined;
};

/** Length of the context on either side of a decision, in UTF-16 code units. */
const reach = 120;

type QuotedVersionView = DecisionView['versions'][number]['annotations'][number];

function versionViewsOf(
  name: VersionName,
  { contents, index, text }: DecisionViewContext,
): QuotedVersionView[] {
  const content = contents.get(versionKey(name));
  if (content === undefined) return [];
  return [
    { ...annotationVersionViewOf(name, content, index), quote: quoteOf(text, content.segments) },
  ];
}

function versionsOf(
  decision: OpenDecision,
  context: DecisionViewContext,
): DecisionView['versions'] {
  const { who, anonymous, contents, authorOf } = context;
  const byLayer = new Map<string, SourceRef[]>();
  for (const source of decision.sources) {
    const isOpen = seesOthers(who) || authorOf(source.layerId)?.id === who.userId;
    if (isOpen) byLayer.set(source.layerId, [...(byLayer.get(source.layerId) ?? []), source]);
  }
  const used = new Set(decision.outcome.flatMap(({ from }) => from));
  const groups = new Map<string, { layers: string[]; sources: SourceRef[]; taken: boolean }>();
  for (const [layerId, sources] of byLayer) {
    const annotations = sources.flatMap((source) => {
      const content = contents.get(versionKey(source));
      return content === undefined
        ? []
        : [{ ...content, id: source.annotationId, version: source.version }];
    });
    const hash = contentHash(annotations);
    const group = groups.get(hash) ?? { layers: [], sources, taken: false };
    groups.set(hash, group);
    group.layers.push(layerId);
    group.taken ||= sources.some(({ annotationId }) => used.has(annotationId));
  }
  return [...groups.values()].map(({ layers, sources, taken }) => ({
    holders: layers.flatMap((layerId) => {
      const author = authorOf(layerId);
      const isOpen = author !== undefined && (!anonymous || author.id === who.userId);
      return isOpen ? [{ layerId, author: author.name }] : [];
    }),
    count: layers.length,
    taken,
    annotations: sources.flatMap((source) => versionViewsOf(source, context)),
  }));
}

/**
 * The API view of a narrowed decision: the outcome, the reason, and the versions that the viewer
 * may see, with their holders unless the project hides names.
 */
export function seenDecision(decision: OpenDecision, context: DecisionViewContext): DecisionView {
  const { sources: _, versionHashes: __, silent, revisionId: ___, ...fields } = decision;
  const { index, who, text } = context;
  const around = aroundSpan(text, fields, reach);
  const toUnit = (position: number) => index.fromUtf16(position) ?? position;
  return {
    ...fields,
    source: hidesSource(who) ? null : fields.source,
    offsetUnit: index.unit,
    start: toUnit(fields.start),
    end: toUnit(fields.end),
    prefix: text.slice(around.start, fields.start),
    suffix: text.slice(fields.end, around.end),
    rule: fields.rule === '' ? null : fields.rule,
    versions: versionsOf(decision, context),
    silent: silent === null ? null : silent.length,
    outcome: fields.outcome.flatMap(({ from, ...ref }) =>
      versionViewsOf(ref, context).map((version) => ({
        ...version,
        // The ids of source annotations would reveal whose they are.
        sources: seesOthers(who) && !context.anonymous ? from : [],
      })),
    ),
  };
}
