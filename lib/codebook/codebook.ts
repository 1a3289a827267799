import { z } from 'zod';
import { prose } from '@/lib/text-input';
import { attribute, attributeInput } from './attribute';
import { codebookFaults } from './codebook-faults';
import { maxGuidelinesDepth, maxGuidelinesNodes } from './guidelines';
import type { Label } from './label';
import { label, labelInput, patternInTurn } from './label';
import { colorInTurn } from './label-colors';
import { relationType, relationTypeInput } from './relation-type';

export type { Attribute } from './attribute';
export type { Example, Label, LabelPattern } from './label';
export type { RelationType } from './relation-type';

/** The maximum length of guidelines in Markdown, in UTF-16 code units. */
export const maxGuidelines = 100_000;

/** A codebook as it is stored and answered, with every field set. */
export const codebook = z.object({
  labels: z.array(label),
  relations: z.array(relationType),
  questions: z.array(attribute),
  /**
   * Markdown: GFM without HTML; a quotation that begins with a bold “Good example.” or “Near miss.”
   * is an example.
   */
  guidelines: z.string(),
});

/** Labels, relation types, questions about a whole article, and guidelines. */
export type Codebook = z.infer<typeof codebook>;

type SentLabel = z.infer<typeof labelInput>;

/** Fills in missing fields: colours and patterns in turn, and the unused digits as hotkeys. */
function fill(sent: SentLabel[]): Label[] {
  const taken = new Set(sent.map(({ hotkey }) => hotkey));
  const free = [...'123456789'].filter((digit) => !taken.has(digit));
  return sent.map((one, index) => ({
    ...one,
    name: one.name ?? one.key,
    color: one.color ?? colorInTurn(index),
    pattern: one.pattern ?? patternInTurn(index),
    hotkey: one.hotkey === undefined ? (free.shift() ?? '') : (one.hotkey ?? ''),
    parent: one.parent ?? null,
  }));
}

/**
 * A codebook as a client sends it. Only labels and their keys are required. A label without `hotkey`
 * gets the next unused digit; one with '' or null has none. The fields that a GET adds (`version`,
 * `updatedAt`, `publishedAt`) may be sent back and are ignored.
 */
export const codebookContent = z
  .strictObject({
    labels: z.array(labelInput).max(200, 'There are at most 200 labels.'),
    relations: z
      .array(relationTypeInput)
      .max(100, 'There are at most 100 relation types.')
      .default([]),
    questions: z.array(attributeInput).max(100, 'There are at most 100 questions.').default([]),
    guidelines: prose(maxGuidelines)
      .default('')
      .describe(
        `Markdown (GFM; HTML and pictures stay as they are written): at most ${maxGuidelines.toLocaleString('en')} characters, ${maxGuidelinesNodes.toLocaleString('en')} parts, and ${maxGuidelinesDepth / 2} lists or quotations in each other.`,
      ),
    version: z.unknown().optional(),
    updatedAt: z.unknown().optional(),
    publishedAt: z.unknown().optional(),
  })
  .transform(({ labels, relations, questions, guidelines }): Codebook => ({
    labels: fill(labels),
    relations,
    questions,
    guidelines,
  }))
  .pipe(
    codebook.superRefine((content, context) => {
      for (const { path, message } of codebookFaults(content)) {
        const parts = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
        context.addIssue({ code: 'custom', path: parts, message });
      }
    }),
  );

/** The label of this key, if the codebook has it. */
export function labelOf(content: Codebook, key: string): Label | undefined {
  return content.labels.find((one) => one.key === key);
}

/** The draft as the API answers it, with the number of the last published version (0 for none). */
export const codebookView = codebook.extend({ version: z.int(), updatedAt: z.iso.datetime() });

/** The draft with the number of the last published version. */
export type CodebookView = z.infer<typeof codebookView>;

/**
 * A published codebook as the API answers it. `publishedBy` is a name; null where it is unknown.
 */
export const codebookVersionView = codebook.extend({
  version: z.int(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().nullable(),
});

/** A published codebook. */
export type CodebookVersionView = z.infer<typeof codebookVersionView>;

/** The schema of one row of the list of published versions. */
export const codebookEntryView = codebookVersionView.pick({
  version: true,
  publishedAt: true,
  publishedBy: true,
});

/** One row of the list of published versions. */
export type CodebookEntryView = z.infer<typeof codebookEntryView>;
