import { z } from 'zod';
import { isStorable } from '@/lib/text-input';
import { offsetUnits } from '@/lib/article/code-points';
import type { LayerFilter } from './panel/selection';

/** What may be asked of a project’s agreement: the panel of figures, or one that takes longer, by itself. */
export const agreementMeasures = [
  'panel',
  'gamma',
  'alpha-character',
  'alpha-token',
  'alpha-sentence',
] as const;

/** What may be asked of a project’s agreement. */
export type AgreementMeasure = (typeof agreementMeasures)[number];

const ids = z
  .string()
  .max(40_000)
  .transform((list) => list.split(',').map((id) => id.trim().toLowerCase()))
  .pipe(z.array(z.uuid('It is a list of ids, with commas between them.')).max(1000));

const day = z.iso.date('It is a day, as YYYY-MM-DD.');
const shortText = z
  .string()
  .max(200)
  .refine(isStorable, 'It has a character in it that cannot be.');

/** Which figures are asked for, and of which readings; a filter that is not given lets everything through. */
export const agreementQuery = z
  .object({
    measure: z.enum(agreementMeasures).default('panel'),
    /** The key of one label. */
    label: shortText.min(1).optional(),
    /** `submitted`: only layers that are; or ids of layers, with commas between them. */
    layers: z.union([z.enum(['all', 'submitted']), ids]).default('all'),
    /** Ids of users. */
    analysts: ids.optional(),
    /** The outlet; empty for articles without one. */
    source: shortText.optional(),
    /** First and last day on which an article’s last reading was made, both included, in UTC. */
    from: day.optional(),
    to: day.optional(),
    /** Ids of articles. */
    articles: ids.optional(),
    /** How sets of labels are told apart by α over characters, tokens or sentences. */
    distance: z.enum(['jaccard', 'masi']).default('jaccard'),
    offsetUnit: z.enum(offsetUnits).default('code-point'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'The last day lies before the first.',
  });

/** Which figures are asked for, and of which readings. */
export type AgreementQuery = z.infer<typeof agreementQuery>;

/** The readings that a query lets through. */
export function choiceOf({ layers, analysts, from, to }: AgreementQuery): LayerFilter {
  return {
    analysts,
    from,
    to,
    submittedOnly: layers === 'submitted',
    layers: typeof layers === 'string' ? undefined : layers,
  };
}
