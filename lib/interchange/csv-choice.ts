import { z } from 'zod';
import type { CsvChoice } from './annotation-csv';

const formats = ['csv', 'json'] as const;

/** The formats in which annotations can be taken away. */
export type ExportFormat = (typeof formats)[number];

/** What an export is asked for: `?format=csv&excel=&pseudonyms=&text=`; `excel` says something of CSV alone. */
export const exportQuery = z.object({
  format: z.enum(formats, 'The formats that there are: csv, json.').default('csv'),
  excel: z.stringbool('It must be true or false.').default(false),
  pseudonyms: z.stringbool('It must be true or false.').default(false),
  text: z.stringbool('It must be true or false.').default(true),
});

/** What an export is asked for. */
export type ExportQuery = z.infer<typeof exportQuery>;

/** What the file is to look like. */
export function csvChoiceOf({ excel, text }: ExportQuery): CsvChoice {
  return { dialect: excel ? 'excel' : 'bare', text };
}
