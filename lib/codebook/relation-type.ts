import { z } from 'zod';
import { nameOf } from '@/lib/text-input';
import { codebookKey } from './codebook-key';

/** A relation type as it is stored: a kind of directed relation between annotations. */
export const relationType = z.object({
  key: z.string(),
  name: z.string(),
  /** Keys of the labels that it may start from; empty for every label. */
  from: z.array(z.string()),
  /** Keys of the labels that it may lead to; empty for every label. */
  to: z.array(z.string()),
});

/** A kind of directed relation between annotations. */
export type RelationType = z.infer<typeof relationType>;

const ends = z
  .union(
    [codebookKey, z.array(codebookKey).max(200, 'There are at most 200 labels.')],
    'It must be the key of a label, or a list of them.',
  )
  .nullish()
  .transform((sent) => (typeof sent === 'string' ? [sent] : [...new Set(sent)]));

/**
 * A relation type as a client sends it; an end is one key, a list of keys, or missing for every
 * label.
 */
export const relationTypeInput = z
  .strictObject({ key: codebookKey, name: nameOf(200).optional(), from: ends, to: ends })
  .transform((sent): RelationType => ({ ...sent, name: sent.name ?? sent.key }))
  .pipe(relationType);

/**
 * Whether a relation of this type may lead from an annotation of `fromLabel` to one of `toLabel`.
 */
export function mayRelate(type: RelationType, fromLabel: string, toLabel: string): boolean {
  const takes = (keys: string[], key: string) => keys.length === 0 || keys.includes(key);
  return takes(type.from, fromLabel) && takes(type.to, toLabel);
}
