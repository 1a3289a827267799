import { z } from 'zod';
import { nameOf } from '@/lib/text-input';
import { doneStepNames, stepNames } from '@/lib/article/cleanup/step';
import { positionIndex } from './code-points';
import { canonicalLanguage } from './language-tag';

function isDay(text: string): boolean {
  const [, year = '', month = '01', day = '01'] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === '') return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** When something was published, as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD, on the calendar. */
export const publishedAt = z
  .string()
  .trim()
  .refine(isDay, 'It is not a date such as 2026, 2026-11 or 2026-11-18.');

/** The most bytes that an article's text may have in UTF-8. */
export const maxTextBytes = 2 * 1024 * 1024;

/** The most blocks that an article may have: with more, its pages could not be shown. */
export const maxBlocks = 50_000;

/** The most lines that a text may have as it comes: cleaning joins wrapped lines, so more than blocks. */
export const maxLines = 200_000;

/** In how many places a text may have been changed when it is frozen; each is kept. */
export const maxEdits = 200_000;

/** The most bytes of a request that brings a text: JSON may write a character in six bytes for two. */
export const maxBodyBytes = 4 * maxTextBytes;

/** An empty field of a form and null both say: not known. */
function orUnknown<Field extends z.ZodType<unknown, string>>(field: Field) {
  return z
    .string()
    .nullable()
    .transform((text) => (text === null || text.trim() === '' ? null : text))
    .pipe(field.nullable());
}

const webAddress = z
  .string()
  .trim()
  .max(2000, 'It is longer than 2000 characters.')
  .regex(/^\S*$/, 'An address has no spaces in it.')
  .pipe(
    z.url({
      protocol: /^https?$/,
      error: 'It is not an address that begins with http:// or https://.',
    }),
  );

/** A language as BCP 47, in canonical form; empty where nobody can tell. */
export const languageTag = z
  .string()
  .trim()
  .max(35, 'It is longer than 35 characters.')
  .transform((tag, context) => {
    const canonical = tag === '' ? '' : canonicalLanguage(tag);
    if (canonical !== null) return canonical;
    context.addIssue('It is not a language tag such as en, pt-BR or zh-Hant.');
    return z.NEVER;
  });

/** The text of an article as it comes: not blank, and such as can be stored. */
export const articleText = z
  .string()
  .refine((text) => /\S/.test(text), 'There is no text in it.')
  .check(({ value, issues }) => {
    const at = value.search(/\u0000|\p{Cs}/u);
    if (at === -1) return;
    const what = value[at] === '\u0000' ? 'a NUL' : 'half of a character (a lone surrogate)';
    const position = positionIndex(value, 'code-point').fromUtf16(at) ?? at;
    const message = `Character ${position + 1} of the text is ${what}, which cannot be stored.`;
    issues.push({ code: 'custom', message, input: value });
  })
  .describe(
    `At most ${(maxTextBytes / 1024 / 1024).toFixed(0)} MiB in UTF-8 and ${maxLines.toLocaleString('en')} lines; when it is frozen at most ${maxBlocks.toLocaleString('en')} blocks, changed in at most ${maxEdits.toLocaleString('en')} places.`,
  );

const fields = {
  title: nameOf(500),
  source: orUnknown(nameOf(300)),
  author: orUnknown(nameOf(500)),
  url: orUnknown(webAddress),
  publishedAt: orUnknown(publishedAt),
};

/** How a text is prepared: by all steps, by none (it stays to the character), or with some switched off. */
export const cleanUpChoice = z.union([
  z.enum(['standard', 'none']),
  z.strictObject({ steps: z.partialRecord(z.enum(stepNames), z.boolean()) }),
]);

/** How a text is prepared. */
export type CleanUpChoice = z.infer<typeof cleanUpChoice>;

/** What a new article is. Without a language it is told from the text. */
export const articleInput = z.strictObject({
  id: z.uuid().optional(),
  title: fields.title,
  text: articleText,
  cleanup: cleanUpChoice.default('none'),
  source: fields.source.default(null),
  author: fields.author.default(null),
  url: fields.url.default(null),
  publishedAt: fields.publishedAt.default(null),
  language: languageTag.nullish(),
});

/** What a new article is. */
export type ArticleInput = z.infer<typeof articleInput>;

/** What of an article is to change; what is not named stays. Its text is frozen. */
export const articleChanges = z
  .strictObject({ ...fields, language: languageTag, archived: z.boolean() })
  .partial();

/** What of an article is to change. */
export type ArticleChanges = z.infer<typeof articleChanges>;

/** In which order articles are listed: by title, or the one added last first. */
export const articleSorts = ['title', 'newest'] as const;

/** In which order articles are listed. */
export type ArticleSort = (typeof articleSorts)[number];

/** What was done to a text before it was frozen, and how many places it changed. */
export const doneStep = z.object({ name: z.enum(doneStepNames), version: z.int(), edits: z.int() });

/** An article as a member of its project sees it. */
export const articleView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  title: z.string(),
  /** Source, author, url and publishedAt are null, too, while the project hides them from this member. */
  source: z.string().nullable(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  sourceHidden: z.boolean(),
  language: z.string(),
  /** The number of the newest revision. */
  revision: z.int(),
  /** Of its text in UTF-8. */
  sha256: z.string(),
  /** Of its text, in code points. */
  length: z.int(),
  /** How many blocks its text has. */
  blocks: z.int(),
  /** The clean-up steps that were done, the hands of people after them, and how many places each changed. */
  cleanup: z.array(doneStep),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
});

/** An article as a member of its project sees it. */
export type ArticleView = z.infer<typeof articleView>;

/** The same article to one who may not know yet where it comes from. */
export function hideSource(view: ArticleView): ArticleView {
  return { ...view, source: null, author: null, url: null, publishedAt: null, sourceHidden: true };
}
