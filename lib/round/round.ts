import type { Role } from '@/lib/access/permission';
import { z } from 'zod';
import { may } from '@/lib/access/permission';
import { figureView, intervalFields, panelMeasures } from '@/lib/agreement/agreement-view';

const count = z.int().nonnegative();
const person = z.object({ id: z.uuid(), name: z.string() });

/** A discussion round in the API. */
export const roundView = z.object({
  /** The number of the round in its project; 1 is the first discussion after blind annotation. */
  number: count,
  state: z.enum(['open', 'closed']),
  openedAt: z.iso.datetime(),
  openedBy: person,
  closedAt: z.iso.datetime().nullable(),
  closedBy: person.nullable(),
  /**
   * How many layers of how many articles are in it, and how many of them are open again now; null
   * for those who may not see every layer.
   */
  layers: count.nullable(),
  articles: count.nullable(),
  reopened: count.nullable(),
  /** The same of the viewer's own layers. */
  mine: z.object({ layers: count, reopened: count }),
});

/** A discussion round in the API. */
export type RoundView = z.infer<typeof roundView>;

/** The change of a round: it can be closed, once. */
export const roundChange = z.strictObject({ state: z.literal('closed') });

/** A round as it is stored: all counts, whoever asks. */
export type StoredRound = Omit<RoundView, 'state' | 'layers' | 'articles' | 'reopened'> & {
  id: string;
  layers: number;
  articles: number;
  reopened: number;
};

/**
 * A round as somebody of this role may see it: how many have submitted is hidden from those who
 * annotate blind.
 */
export function roundFor(
  role: Role,
  { id: _, layers, articles, reopened, ...round }: StoredRound,
): RoundView {
  const counts = may(role, 'see every layer')
    ? { layers, articles, reopened }
    : { layers: null, articles: null, reopened: null };
  return { ...round, state: round.closedAt === null ? 'open' : 'closed', ...counts };
}

const id = z.uuid();

/** A figure before and after the round (or now), and the difference. */
const twoMoments = z.object({
  before: figureView,
  after: figureView,
  difference: z.number().nullable(),
  /** Of the difference, from draws that have the same articles at both moments. */
  ...intervalFields,
});

/** A figure before and after the round. */
export type TwoMoments = z.infer<typeof twoMoments>;

/** A discussion round with its figures, in the API. */
export const roundReport = roundView.extend({
  /**
   * Articles that are measured: in the round with two layers or more of one text, not archived, and
   * open to the viewer.
   */
  measured: count,
  /** Why there is nothing to show; null where there is. */
  reason: z.string().nullable(),
  /** Pooled over the articles that are measured. */
  figures: z.array(twoMoments.extend({ measure: z.enum(panelMeasures) })),
  /** uα of each label, used or not; `nBefore` and `nAfter` count spans. */
  labels: z.array(
    twoMoments.extend({ label: z.string(), name: z.string(), nBefore: count, nAfter: count }),
  ),
  /**
   * What became of each analyst's annotations. One that was both relabelled and moved counts in
   * both.
   */
  analysts: z.array(
    z.object({
      id,
      name: z.string(),
      layerCount: count,
      before: count,
      after: count,
      added: count,
      removed: count,
      relabelled: count,
      moved: count,
    }),
  ),
  /**
   * How far an analyst agrees with what a colleague had before the round: F1 by characters, label
   * by label, pooled over the articles that both have annotated. `towards` is `after` minus
   * `before`.
   */
  movement: z.array(
    z.object({
      analyst: id,
      colleague: id,
      articles: count,
      before: z.number().nullable(),
      after: z.number().nullable(),
      towards: z.number().nullable(),
    }),
  ),
});

/** A discussion round with its figures. */
export type RoundReport = z.infer<typeof roundReport>;
