import { z } from 'zod';
import { may } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';
import { figureView, intervalFields, panelMeasures } from '@/lib/agreement/agreement-view';

const count = z.int().nonnegative();
const person = z.object({ id: z.uuid(), name: z.string() });

/** A discussion round as the API tells it. */
export const roundView = z.object({
  /** Counts the project’s rounds; 1 is the first discussion after blind labelling. */
  number: count,
  state: z.enum(['open', 'closed']),
  openedAt: z.iso.datetime(),
  openedBy: person,
  closedAt: z.iso.datetime().nullable(),
  closedBy: person.nullable(),
  /** How many readings of how many articles are in it, and how many of them are open again now; null for those who may not see every layer. */
  layers: count.nullable(),
  articles: count.nullable(),
  reopened: count.nullable(),
  /** The same of the asking person’s own readings. */
  mine: z.object({ layers: count, reopened: count }),
});

/** A discussion round as the API tells it. */
export type RoundView = z.infer<typeof roundView>;

/** What of a round can be changed: it is closed, once. */
export const roundChange = z.strictObject({ state: z.literal('closed') });

/** What a store tells of a round: every count, whoever asks. */
export type StoredRound = Omit<RoundView, 'state' | 'layers' | 'articles' | 'reopened'> & {
  id: string;
  layers: number;
  articles: number;
  reopened: number;
};

/** A round as somebody of this role may know it: how many have submitted is nothing for the blind. */
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

/** A figure when the round began and when it ended (or now), and the latter less the former. */
const twoMoments = z.object({
  before: figureView,
  after: figureView,
  difference: z.number().nullable(),
  /** Of the difference, from draws that have the same articles at both moments. */
  ...intervalFields,
});

/** A figure at two moments. */
export type TwoMoments = z.infer<typeof twoMoments>;

/** A discussion round, measured, as the API tells it. */
export const roundReport = roundView.extend({
  /** Articles that are measured: in the round with two readings or more of one text, not archived, and open to the one who asks. */
  measured: count,
  /** Why there is nothing to tell; null where there is. */
  reason: z.string().nullable(),
  /** Pooled over the articles that are measured. */
  figures: z.array(twoMoments.extend({ measure: z.enum(panelMeasures) })),
  /** uα of each label, marked or not; `n` counts stretches. */
  labels: z.array(
    twoMoments.extend({ label: z.string(), name: z.string(), nBefore: count, nAfter: count }),
  ),
  /** What became of each analyst’s marks. One that was both relabelled and moved counts in both. */
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
   * How near an analyst is to what a colleague said before the round: F1 by characters, each label
   * apart, pooled over the articles that both read. `towards` is `after` less `before`.
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

/** A discussion round, measured. */
export type RoundReport = z.infer<typeof roundReport>;
