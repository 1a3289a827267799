import { z } from 'zod';
import { doneStepNames, stepNames } from '@/lib/article/cleanup/step';
import { nameOf } from '@/lib/text-input';
import { positionIndex } from './code-points';
import { canonicalLanguage } from './language-tag';

function isDay(text: string): boolean {
  const [, year = '', month = '01', day = '01'] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === '') return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** A date of publication as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD, on the calendar. */
export const publishedAt = z
  .string()
  .trim()
  .refine(isDay, 'It is not a date such as 2026, 2026-11 or 2026-11-18.');

/** Maximum size of an article’s text, in bytes of UTF-8. */
export const maxTextBytes = 2 * 1024 * 1024;

/** Maximum number of blocks of an article; pages with more could not be rendered. */
export const maxBlocks = 50_000;

/**
 * Maximum number of lines of an uploaded text; higher than that of blocks, since the clean-up joins
 * wrapped lines.
 */
export const maxLines = 200_000;

/** Maximum number of edits between an upload and its locked text; each is stored in the offset map. */
export const maxEdits = 200_000;

/**
 * Maximum size of a request that brings a text, in bytes: JSON may escape a character of two bytes
 * in six.
 */
export const maxBodyBytes = 4 * maxTextBytes;

/** Accepts null and the empty string of a form field as “not known”. */
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

/** A BCP 47 language tag in canonical form; empty where the language is unknown. */
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

/** The text of an article as received: not blank, without NULs and lone surrogates. */
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
    `At most ${(maxTextBytes / 1024 / 1024).toFixed(0)} MiB in UTF-8 and ${maxLines.toLocaleString('en')} lines; once locked, at most ${maxBlocks.toLocaleString('en')} blocks and ${maxEdits.toLocaleString('en')} edits.`,
  );

const fields = {
  title: nameOf(500),
  source: orUnknown(nameOf(300)),
  author: orUnknown(nameOf(500)),
  url: orUnknown(webAddress),
  publishedAt: orUnknown(publishedAt),
};

/**
 * Which clean-up steps run: all (`standard`), none (the text stays to the character), or all but
 * those set to false.
 */
export const cleanUpChoice = z.union([
  z.enum(['standard', 'none']),
  z.strictObject({ steps: z.partialRecord(z.enum(stepNames), z.boolean()) }),
]);

/** Which clean-up steps run. */
export type CleanUpChoice = z.infer<typeof cleanUpChoice>;

/** Fields of a new article. Without a language, it is detected from the text. */
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

/** Fields of a new article. */
export type ArticleInput = z.infer<typeof articleInput>;

/**
 * Changes to the metadata of an article; fields that are absent stay as they are. The text never
 * changes.
 */
export const articleChanges = z
  .strictObject({ ...fields, language: languageTag, archived: z.boolean() })
  .partial();

/** Changes to the metadata of an article. */
export type ArticleChanges = z.infer<typeof articleChanges>;

/** Orders of a list of articles: by title, or the newest first. */
export const articleSorts = ['title', 'newest'] as const;

/** An order of a list of articles. */
export type ArticleSort = (typeof articleSorts)[number];

/** A clean-up step that ran, or edits by hand, before a text was locked, and the number of edits. */
export const doneStep = z.object({ name: z.enum(doneStepNames), version: z.int(), edits: z.int() });

/** An article as a member of its project sees it. */
export const articleView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  title: z.string(),
  /**
   * `source`, `author`, `url` and `publishedAt` are also null while the project hides them from
   * this member.
   */
  source: z.string().nullable(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  sourceHidden: z.boolean(),
  language: z.string(),
  /** Number of the newest revision. */
  revision: z.int(),
  /** SHA-256 of its text in UTF-8, hexadecimal. */
  sha256: z.string(),
  /** Length of its text in code points. */
  length: z.int(),
  /** Number of blocks of its text. */
  blocks: z.int(),
  /** The clean-up steps that ran, then edits by hand, each with the number of edits. */
  cleanup: z.array(doneStep),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
});

/** An article as a member of its project sees it. */
export type ArticleView = z.infer<typeof articleView>;

/**
 * The article without its source, author, address and date, for members from whom the project hides
 * them.
 */
export function hideSource(view: ArticleView): ArticleView {
  return { ...view, source: null, author: null, url: null, publishedAt: null, sourceHidden: true };
}
