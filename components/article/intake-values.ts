import { decodeUpload } from '@/lib/article/encoding';
import type { z } from 'zod';
import { articleInput, maxTextBytes } from '@/lib/article/article';
import type { CleanUpChoice } from '@/lib/article/article';
import type { StepName } from '@/lib/article/cleanup/step';

/** The values of the article form. */
export type IntakeValues = {
  title: string;
  text: string;
  source: string;
  author: string;
  url: string;
  publishedAt: string;
  /** '' to detect it from the text. */
  language: string;
};

/** The chosen clean-up: whether there is any, and the steps that are off. */
export type IntakeCleanUp = { on: boolean; off: readonly StepName[] };

/** The values of an empty form. */
export const emptyIntake: IntakeValues = {
  title: '',
  text: '',
  source: '',
  author: '',
  url: '',
  publishedAt: '',
  language: '',
};

/** The clean-up as the API expects it. */
export function choiceOf({ on, off }: IntakeCleanUp): CleanUpChoice {
  if (!on) return 'none';
  if (off.length === 0) return 'standard';
  return { steps: Object.fromEntries(off.map((name) => [name, false])) };
}

/** The article as the API expects it. */
export function inputOf(
  values: IntakeValues,
  cleanUp: IntakeCleanUp,
): z.input<typeof articleInput> {
  const { language, ...fields } = values;
  return { ...fields, cleanup: choiceOf(cleanUp), language: language.trim() || null };
}

/** The faults by field, with the API's messages; empty where all values are valid. */
export function intakeFaults(values: IntakeValues, cleanUp: IntakeCleanUp): Record<string, string> {
  const parsed = articleInput.safeParse(inputOf(values, cleanUp));
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [path.map(String).join('.'), message]),
  );
}

/** An uploaded file as text with a message about it, or the reason why it was rejected. */
type Upload = { text: string; title: string; note: string } | { fault: string };

/** In bytes; UTF-16 needs up to twice those of UTF-8. */
const maxFileBytes = 2 * maxTextBytes;

/** Reads and decodes a chosen or dropped text file. */
export async function readUpload(file: File): Promise<Upload> {
  if (file.size > maxFileBytes) {
    return {
      fault: `“${file.name}” has ${file.size.toLocaleString('en')} bytes; an article may have ${maxTextBytes.toLocaleString('en')}. Split it into several articles.`,
    };
  }
  const read = decodeUpload(new Uint8Array(await file.arrayBuffer()));
  if ('fault' in read) return { fault: `“${file.name}”: ${read.fault}` };
  const doubt =
    read.encoding === 'windows-1252'
      ? ' It is not in UTF-8 and was read as Windows-1252: check accents and quotation marks.'
      : '';
  return {
    text: read.text,
    title: file.name.replace(/\.[^.]{1,5}$/, ''),
    note: `“${file.name}” was read.${doubt}`,
  };
}
