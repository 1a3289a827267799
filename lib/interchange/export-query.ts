import { z } from 'zod';
import type { CsvChoice } from './annotation-csv';

const formats = ['csv', 'decisions', 'json'] as const;

/** Export formats; `decisions` is a CSV of decisions. */
export type ExportFormat = (typeof formats)[number];

/**
 * The query of an export: `?format=csv&excel=&pseudonyms=&text=&decisions=&round=&moment=`;
 * `excel`, `decisions`, `round` and `moment` apply to CSV only.
 */
export const exportQuery = z
  .object({
    format: z.enum(formats, 'Use one of: csv, decisions, json.').default('csv'),
    excel: z.stringbool('It must be true or false.').default(false),
    pseudonyms: z.stringbool('It must be true or false.').default(false),
    text: z.stringbool('It must be true or false.').default(true),
    /**
     * Whether each annotation of the consensus has the columns of its decision; CSV only, since the
     * JSON has all decisions.
     */
    decisions: z.stringbool('It must be true or false.').default(false),
    /**
     * The annotations of a discussion round as they were when it began or ended; CSV only, since
     * the JSON has both.
     */
    round: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
    moment: z.enum(['before', 'after'], 'Use one of: before, after.').optional(),
  })
  .refine(({ round, moment }) => (round === undefined) === (moment === undefined), {
    path: ['moment'],
    message: 'Give round and moment (before or after) together.',
  })
  .refine(({ round, format }) => round === undefined || format === 'csv', {
    path: ['round'],
    message: 'A round can be exported as CSV only; the JSON has every round.',
  })
  .refine(({ round, decisions }) => round === undefined || !decisions, {
    path: ['decisions'],
    message: 'A round has annotations of analysts, decisions belong to the consensus: choose one.',
  });

/** The query of an export. */
export type ExportQuery = z.infer<typeof exportQuery>;

/** The CSV options of a query. */
export function csvChoiceOf({ excel, text }: ExportQuery): CsvChoice {
  return { dialect: excel ? 'excel' : 'bare', text };
}
