import { z } from 'zod';
import { nameOf, prose } from '@/lib/text-input';
import { attribute, attributeInput } from './attribute';
import { codebookKey } from './codebook-key';

/** How a label's underline is drawn: the words of CSS `text-decoration-style`. Colour is never the only sign. */
export const labelPatterns = ['solid', 'wavy', 'dotted', 'double', 'dashed'] as const;

/** How a label's underline is drawn. */
export type LabelPattern = (typeof labelPatterns)[number];

/** The pattern of the label at this place (from 0) where none was chosen: one after the other. */
export function patternInTurn(index: number): LabelPattern {
  return labelPatterns[index % labelPatterns.length] ?? 'solid';
}

/** Whether an example is one of the label's, or only looks like it. */
export const exampleKinds = ['good', 'near-miss'] as const;

const example = z.object({ text: z.string(), kind: z.enum(exampleKinds), why: z.string() });

/** A passage that shows where a label's border runs, and why. */
export type Example = z.infer<typeof example>;

/** A label as it is kept. */
export const label = z.object({
  key: z.string(),
  name: z.string(),
  /** `#rrggbb`, lower case. */
  color: z.string(),
  pattern: z.enum(labelPatterns),
  /** One character, or '' for none. */
  hotkey: z.string(),
  definition: z.string(),
  /** The question that decides a doubtful case. */
  test: z.string(),
  examples: z.array(example),
  /** The key of the label that this one is a kind of. */
  parent: z.string().nullable(),
  attributes: z.array(attribute),
});

/** One category of a codebook. */
export type Label = z.infer<typeof label>;

/** The page's own keys, which no label may take. */
export const reservedKeys = ['w', 's', 'p', 'j', 'k', 'n', 'c', '[', ']', '?'] as const;

const hotkey = z
  .string()
  .refine(
    (key) => key === '' || /^[^\s\p{Control}\p{Surrogate}]$/u.test(key),
    'A hotkey is one character.',
  )
  .refine(
    (key) => !reservedKeys.some((reserved) => reserved === key.toLowerCase()),
    'The page uses this key itself.',
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

/** A label as it is sent: all but its key may be missing (then `codebookContent` fills it in). */
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
 * A short tag for each label, by key, that tells it without colour: the initials of its first two
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
