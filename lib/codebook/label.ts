import { z } from 'zod';
import { nameOf, prose } from '@/lib/text-input';
import { attribute, attributeInput } from './attribute';
import { codebookKey } from './codebook-key';

/**
 * The styles of a label's underline, as in CSS `text-decoration-style`. Colour is never the only
 * sign.
 */
export const labelPatterns = ['solid', 'wavy', 'dotted', 'double', 'dashed'] as const;

/** The style of a label's underline. */
export type LabelPattern = (typeof labelPatterns)[number];

/** The default pattern of the label at `index` (from 0); they repeat after the last. */
export function patternInTurn(index: number): LabelPattern {
  return labelPatterns[index % labelPatterns.length] ?? 'solid';
}

/** The kinds of example: one of the label's, or one that only looks like it. */
const exampleKinds = ['good', 'near-miss'] as const;

const example = z.object({ text: z.string(), kind: z.enum(exampleKinds), why: z.string() });

/** An example passage that the label applies to, or nearly does, with the reason. */
export type Example = z.infer<typeof example>;

/** A label as it is stored. */
export const label = z.object({
  key: z.string(),
  name: z.string(),
  /** `#rrggbb`, lower case. */
  color: z.string(),
  pattern: z.enum(labelPatterns),
  /** One character, or '' for none. */
  hotkey: z.string(),
  definition: z.string(),
  /** The decision rule: the question that decides a doubtful case. */
  test: z.string(),
  examples: z.array(example),
  /** The key of the parent label. */
  parent: z.string().nullable(),
  attributes: z.array(attribute),
});

/** One category of a codebook. */
export type Label = z.infer<typeof label>;

/** The keys of the annotate page, which no label may use as its hotkey. */
export const reservedKeys = ['w', 's', 'p', 'j', 'k', 'n', 'c', '[', ']', '?'] as const;

const hotkey = z
  .string()
  .refine(
    (key) => key === '' || /^[^\s\p{Control}\p{Surrogate}]$/u.test(key),
    'A shortcut is one character.',
  )
  .refine(
    (key) => !reservedKeys.some((reserved) => reserved === key.toLowerCase()),
    'The annotate page uses this key itself.',
  );

const exampleInput = z
  .union(
    [
      prose(2_000),
      z.strictObject({
        text: prose(2_000),
        kind: z.enum(exampleKinds).default('good'),
        why: prose(2_000).default(''),
      }),
    ],
    'An example is a text, or { text, kind: good or near-miss, why }.',
  )
  .transform((sent): Example =>
    typeof sent === 'string' ? { text: sent, kind: 'good', why: '' } : sent,
  );

/**
 * A label as a client sends it; all but its key is optional (`codebookContent` fills in the rest).
 */
export const labelInput = z.strictObject({
  key: codebookKey,
  name: nameOf(200).optional(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'A colour is written #rrggbb.')
    .transform((color) => color.toLowerCase())
    .optional(),
  pattern: z.enum(labelPatterns).optional(),
  hotkey: hotkey.nullish(),
  definition: prose(10_000).default(''),
  test: prose(2_000).default(''),
  examples: z.array(exampleInput).max(100, 'There are at most 100 examples.').default([]),
  parent: codebookKey.nullish(),
  attributes: z.array(attributeInput).max(50, 'There are at most 50 attributes.').default([]),
});

function initials(name: string): string {
  const words = name.match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  const [first = '?', second] = words;
  const letters = second === undefined ? [...first].slice(0, 2) : [[...first][0], [...second][0]];
  return letters.join('').toUpperCase();
}

/**
 * A short tag for each label, by key, that identifies it without colour: the initials of its first two
 * words, with a number where two labels would share them.
 */
export function letterTags(labels: Pick<Label, 'key' | 'name'>[]): Map<string, string> {
  const tags = new Map<string, string>();
  const given = new Set<string>();
  for (const { key, name } of labels) {
    const stem = initials(name);
    let tag = stem;
    for (let count = 2; given.has(tag); count += 1) tag = `${stem}${count}`;
    given.add(tag);
    tags.set(key, tag);
  }
  return tags;
}
