import { z } from 'zod';
import { nameOf } from '@/lib/text-input';
import { codebookKey } from './codebook-key';

/** A relation type as it is kept: which arrows may be drawn between annotations. */
export const relationType = z.object({
  key: z.string(),
  name: z.string(),
  /** Keys of the labels that it may begin at; with none, at every label. */
  from: z.array(z.string()),
  /** Keys of the labels that it may end at; with none, at every label. */
  to: z.array(z.string()),
});

/** Which arrows may be drawn between annotations. */
export type RelationType = z.infer<typeof relationType>;

const ends = z
  .union(
    [codebookKey, z.array(codebookKey).max(200, 'There are at most 200 labels.')],
    'It must be the key of a label, or a list of them.',
  )
  .nullish()
  .transform((sent) => (typeof sent === 'string' ? [sent] : [...new Set(sent)]));

/** A relation type as it is sent: an end may be one key, several, or missing for any. */
export const relationTypeInput = z
  .strictObject({ key: codebookKey, name: nameOf(200).optional(), from: ends, to: ends })
  .transform((sent): RelationType => ({ ...sent, name: sent.name ?? sent.key }))
  .pipe(relationType);

/** Whether an arrow of this type may run from an annotation of one label to one of another. */
export function mayRelate(type: RelationType, fromLabel: string, toLabel: string): boolean {
  const takes = (keys: string[], key: string) => keys.length === 0 || keys.includes(key);
  return takes(type.from, fromLabel) && takes(type.to, toLabel);
}
