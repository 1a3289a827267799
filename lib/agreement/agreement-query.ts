import { z } from 'zod';
import { isStorable } from '@/lib/text-input';
import { offsetUnits } from '@/lib/article/code-points';
import type { LayerFilter } from './panel/selection';

/**
 * What a request for a project’s agreement can ask for: the panel of figures, or one figure that
 * takes longer, by itself.
 */
export const agreementMeasures = [
  'panel',
  'gamma',
  'alpha-character',
  'alpha-token',
  'alpha-sentence',
] as const;

/** One of `agreementMeasures`. */
export type AgreementMeasure = (typeof agreementMeasures)[number];

const ids = z
  .string()
  .max(40_000)
  .transform((list) => list.split(',').map((id) => id.trim().toLowerCase()))
  .pipe(z.array(z.uuid('Expected a list of ids, separated by commas.')).max(1000));

const day = z.iso.date('Expected a date as YYYY-MM-DD.');
const shortText = z
  .string()
  .max(200)
  .refine(isStorable, 'It contains a character that is not allowed.');

/**
 * The query of a project’s agreement: which figures, and of which layers. A filter that is not
 * given lets everything through.
 */
export const agreementQuery = z
  .object({
    measure: z.enum(agreementMeasures).default('panel'),
    /** The key of one label. */
    label: shortText.min(1).optional(),
    /** `submitted`: submitted layers only; or layer ids, separated by commas. */
    layers: z.union([z.enum(['all', 'submitted']), ids]).default('all'),
    /** User ids, separated by commas. */
    analysts: ids.optional(),
    /** The outlet; empty selects articles without one. */
    source: shortText.optional(),
    /**
     * First and last day, both inclusive, on which an article’s layers were last changed; in UTC.
     */
    from: day.optional(),
    to: day.optional(),
    /** Article ids, separated by commas. */
    articles: ids.optional(),
    /** The distance of label sets for α over characters, tokens or sentences. */
    distance: z.enum(['jaccard', 'masi']).default('jaccard'),
    offsetUnit: z.enum(offsetUnits).default('code-point'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'The last day is before the first.',
  });

/** The parsed query of a project’s agreement. */
export type AgreementQuery = z.infer<typeof agreementQuery>;

/** The layers that a query lets through. */
export function choiceOf({ layers, analysts, from, to }: AgreementQuery): LayerFilter {
  return {
    analysts,
    from,
    to,
    submittedOnly: layers === 'submitted',
    layers: typeof layers === 'string' ? undefined : layers,
  };
}
