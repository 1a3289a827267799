import { z } from 'zod';
import { codebook } from './codebook';

/** The draft as the API tells it, with the number of the last published version (0: none yet). */
export const codebookView = codebook.extend({ version: z.int(), updatedAt: z.iso.datetime() });

/** The draft with the number of the last published version. */
export type CodebookView = z.infer<typeof codebookView>;

/** A published codebook as the API tells it. `publishedBy` is a name; null for nobody that is known. */
export const codebookVersionView = codebook.extend({
  version: z.int(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().nullable(),
});

/** A published codebook. */
export type CodebookVersionView = z.infer<typeof codebookVersionView>;

/** One line of the list of published versions. */
export const codebookEntryView = codebookVersionView.pick({
  version: true,
  publishedAt: true,
  publishedBy: true,
});

/** One line of the list of published versions. */
export type CodebookEntryView = z.infer<typeof codebookEntryView>;
