import { z } from 'zod';
import type { CsvChoice } from './annotation-csv';

const formats = ['csv', 'decisions', 'json'] as const;

/** The formats in which annotations can be taken away; `decisions` is a CSV of what was decided. */
export type ExportFormat = (typeof formats)[number];

/** What an export is asked for: `?format=csv&excel=&pseudonyms=&text=&decisions=&round=&moment=`; `excel`, `decisions`, `round` and `moment` say something of CSV alone. */
export const exportQuery = z
  .object({
    format: z.enum(formats, 'The formats that there are: csv, decisions, json.').default('csv'),
    excel: z.stringbool('It must be true or false.').default(false),
    pseudonyms: z.stringbool('It must be true or false.').default(false),
    text: z.stringbool('It must be true or false.').default(true),
    /** Whether each annotation of the consensus is told with its decision; of CSV alone, since the JSON has them all. */
    decisions: z.stringbool('It must be true or false.').default(false),
    /** The readings of a discussion round as they were when it began or ended; of CSV alone, since the JSON has both. */
    round: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
    moment: z.enum(['before', 'after'], 'The moments that there are: before, after.').optional(),
  })
  .refine(({ round, moment }) => (round === undefined) === (moment === undefined), {
    path: ['moment'],
    message: 'A round and its moment, before or after, are asked for together.',
  })
  .refine(({ round, format }) => round === undefined || format === 'csv', {
    path: ['round'],
    message: 'A round is asked for as CSV; the JSON has every round.',
  })
  .refine(({ round, decisions }) => round === undefined || !decisions, {
    path: ['decisions'],
    message: 'A round is of analysts’ readings, and decisions are of the consensus.',
  });

/** What an export is asked for. */
export type ExportQuery = z.infer<typeof exportQuery>;

/** What the file is to look like. */
export function csvChoiceOf({ excel, text }: ExportQuery): CsvChoice {
  return { dialect: excel ? 'excel' : 'bare', text };
}
