import { z } from 'zod';
import { offsetUnits } from '@/lib/article/code-points';
import { agreementMeasures } from './agreement-query';

const count = z.int().nonnegative();
const id = z.uuid();

/** A figure; `value` null is not defined, and `reason` says why. */
export const figureView = z.object({ value: z.number().nullable(), reason: z.string().nullable() });

/** A 95 % percentile interval over articles; `interval` null is none, and `intervalReason` says why. */
export const intervalFields = {
  interval: z
    .object({ low: z.number(), high: z.number(), replicates: count, undefinedReplicates: count })
    .nullable(),
  intervalReason: z.string().nullable(),
};

const withInterval = figureView.extend(intervalFields);

/** What the figures of a panel are called. */
export const panelMeasures = [
  'u_alpha_pooled',
  'u_alpha_binary',
  'f1_partial',
  'f1_exact',
] as const;

/** What a figure of a panel is called. */
export type PanelMeasure = (typeof panelMeasures)[number];

const disagreements = z.object({
  same: count,
  differing: count,
  missing: count,
  boundary: count,
  label: count,
  nesting: count,
  fragmentation: count,
});

/** Figures of some of the readings, as they are compared with each other: of a pair, a month, an outlet. */
const subsetView = z.object({
  articles: count,
  /** Stretches marked. */
  n: count,
  uAlphaPooled: figureView,
  f1Partial: figureView,
  f1Exact: figureView,
});

/** Figures of some of the readings. */
export type SubsetView = z.infer<typeof subsetView>;

const coder = z.object({ id, name: z.string(), articles: count, n: count });

/** A project’s agreement at a glance. */
export const panelView = z.object({
  figures: z.array(
    withInterval.extend({
      measure: z.enum(panelMeasures),
      /** Stretches marked, articles read by two or more, annotators. */
      n: count,
      articles: count,
      coders: count,
      /** The share of what was read that is marked, 0 to 1. */
      prevalence: z.number(),
    }),
  ),
  labels: z.array(
    withInterval.extend({
      label: z.string(),
      n: count,
      articles: count,
      prevalence: z.number(),
      f1Partial: figureView,
      f1Exact: figureView,
    }),
  ),
  /** `f1Partial`: the mean F1 of the annotator’s pairs; beside competence, which takes one who marks nearly everything for a guesser. */
  coders: z.array(coder.extend({ competence: figureView, items: count, f1Partial: figureView })),
  pairs: z.array(subsetView.extend({ one: id, other: id, disagreements })),
  disagreements,
  /** How often, in a pair, one said `row` where the other said `column`; null is nobody. Not directed: `row` sorts first. */
  confusion: z.array(z.object({ row: z.string(), column: z.string().nullable(), count })),
  /** By the month in which an article’s last reading was made; YYYY-MM. */
  months: z.array(subsetView.extend({ month: z.string() })),
  /** By outlet; null for articles without one, or whose outlet is hidden from the one who asks. */
  sources: z.array(subsetView.extend({ source: z.string().nullable() })),
  /** Where pairs part most: `division` is the share of pairs (and, of an article, of units) that do. */
  dividingArticles: z.array(
    z.object({
      articleId: id,
      title: z.string(),
      division: z.number(),
      same: count,
      differing: count,
    }),
  ),
  dividingPassages: z.array(
    z.object({
      articleId: id,
      title: z.string(),
      start: z.int(),
      end: z.int(),
      quote: z.string(),
      division: z.number(),
    }),
  ),
});

/** A project’s agreement at a glance. */
export type PanelView = z.infer<typeof panelView>;

/** One figure that takes longer, by itself. */
export const onDemandFigureView = figureView.extend({
  /** Articles and stretches it was had from. */
  articles: count,
  n: count,
  coders: count,
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  intervalReason: z.string().nullable(),
  /** How it was had: which sampler, seed, how many samples, how exact; which distance. In words. */
  method: z.string(),
  /** Figures of the same kind beside it: γcat, γk of a label, or γ of a pair of annotators (user ids). */
  beside: z.array(
    figureView.extend({
      name: z.string(),
      label: z.string().nullable(),
      pair: z.tuple([id, id]).nullable(),
    }),
  ),
});

/** One figure that takes longer. */
export type OnDemandFigureView = z.infer<typeof onDemandFigureView>;

/** A project’s agreement, as the API tells it. */
export const agreementView = z.object({
  projectId: id,
  measure: z.enum(agreementMeasures),
  offsetUnit: z.enum(offsetUnits),
  /** Articles that two or more of the chosen annotators have read and that are open to the one who asks. */
  articles: count,
  /** What may be chosen from: everybody and everything in what is open to the one who asks. */
  choices: z.object({
    /** Of the codebook, then those that were used but are no longer in it, which have no colour. */
    labels: z.array(z.object({ key: z.string(), name: z.string(), color: z.string().nullable() })),
    analysts: z.array(z.object({ id, name: z.string() })),
    sources: z.array(z.string().nullable()),
    articles: count,
  }),
  /** Why there is nothing to tell; null where there is. */
  reason: z.string().nullable(),
  panel: panelView.nullable(),
  figure: onDemandFigureView.nullable(),
});

/** A project’s agreement, as the API tells it. */
export type AgreementView = z.infer<typeof agreementView>;
