import { z } from 'zod';
import { offsetUnits } from '@/lib/article/code-points';
import { agreementMeasures } from './agreement-query';

const count = z.int().nonnegative();
const id = z.uuid();

/** A figure. Where it is not defined, `value` is null and `reason` says why. */
export const figureView = z.object({ value: z.number().nullable(), reason: z.string().nullable() });

/**
 * A 95 % percentile interval over articles. Where there is none, `interval` is null and
 * `intervalReason` says why.
 */
export const intervalFields = {
  interval: z
    .object({ low: z.number(), high: z.number(), replicates: count, undefinedReplicates: count })
    .nullable(),
  intervalReason: z.string().nullable(),
};

const withInterval = figureView.extend(intervalFields);

/** The names of a panel’s figures. */
export const panelMeasures = [
  'u_alpha_pooled',
  'u_alpha_binary',
  'f1_partial',
  'f1_exact',
] as const;

/** One of `panelMeasures`. */
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

/**
 * Figures of a subset of the layers, compared with each other: those of a pair, a month, an outlet.
 */
const subsetView = z.object({
  articles: count,
  /** Annotated spans. */
  n: count,
  uAlphaPooled: figureView,
  f1Partial: figureView,
  f1Exact: figureView,
});

/** Figures of a subset of the layers. */
export type SubsetView = z.infer<typeof subsetView>;

const coder = z.object({ id, name: z.string(), articles: count, n: count });

/** A project’s agreement at a glance. */
export const panelView = z.object({
  figures: z.array(
    withInterval.extend({
      measure: z.enum(panelMeasures),
      /** Annotated spans, articles with two layers or more, annotators. */
      n: count,
      articles: count,
      coders: count,
      /** The share of the text that is annotated with the label, 0 to 1. */
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
  /**
   * `f1Partial` is the mean F1 of the annotator’s pairs. Show it beside `competence`, by which an
   * annotator who annotates nearly everything looks like a guesser.
   */
  coders: z.array(coder.extend({ competence: figureView, items: count, f1Partial: figureView })),
  pairs: z.array(subsetView.extend({ one: id, other: id, disagreements })),
  disagreements,
  /**
   * How often, in a pair, one annotator gave `row` where the other gave `column`; null is no
   * annotation. Undirected: `row` sorts first.
   */
  confusion: z.array(z.object({ row: z.string(), column: z.string().nullable(), count })),
  /** By the month in which an article’s layers were last changed; YYYY-MM. */
  months: z.array(subsetView.extend({ month: z.string() })),
  /** By outlet; null for articles without one, or whose outlet is hidden from the viewer. */
  sources: z.array(subsetView.extend({ source: z.string().nullable() })),
  /**
   * Where most pairs differ: `division` is the share of pairs (for an article, of units too) that
   * do.
   */
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

/** One figure that is calculated on demand because it takes longer. */
export const onDemandFigureView = figureView.extend({
  /** Articles and annotated spans that it is calculated from. */
  articles: count,
  n: count,
  coders: count,
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  intervalReason: z.string().nullable(),
  /**
   * How it is calculated, in words: the sampler, its seed, the number of samples, the precision;
   * the distance.
   */
  method: z.string(),
  /** Related figures: γcat, γk of a label, or γ of a pair of annotators (user ids). */
  beside: z.array(
    figureView.extend({
      name: z.string(),
      label: z.string().nullable(),
      pair: z.tuple([id, id]).nullable(),
    }),
  ),
});

/** One figure that is calculated on demand. */
export type OnDemandFigureView = z.infer<typeof onDemandFigureView>;

/** A project’s agreement in the API’s response. */
export const agreementView = z.object({
  projectId: id,
  measure: z.enum(agreementMeasures),
  offsetUnit: z.enum(offsetUnits),
  /**
   * Articles that two or more of the chosen annotators have worked on and whose layers are open to
   * the viewer.
   */
  articles: count,
  /** The values of the filters: everything that occurs in what is open to the viewer. */
  choices: z.object({
    /**
     * The codebook’s labels, then labels that were used but are no longer in it; the latter have no
     * colour.
     */
    labels: z.array(z.object({ key: z.string(), name: z.string(), color: z.string().nullable() })),
    analysts: z.array(z.object({ id, name: z.string() })),
    sources: z.array(z.string().nullable()),
    articles: count,
  }),
  /** Why there is no figure; null where there is one. */
  reason: z.string().nullable(),
  panel: panelView.nullable(),
  figure: onDemandFigureView.nullable(),
});

/** A project’s agreement in the API’s response. */
export type AgreementView = z.infer<typeof agreementView>;
