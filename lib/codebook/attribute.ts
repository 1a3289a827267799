import { z } from 'zod';
import { nameOf } from '@/lib/text-input';
import type { Fault } from '@/lib/refusal';
import { codebookKey } from './codebook-key';

/** What an attribute's or question's answer may be: one of its options, words, yes or no, a number. */
export const attributeTypes = ['choice', 'text', 'boolean', 'number'] as const;

/** An attribute as it is kept: what more to say of an annotation of its label. */
export const attribute = z.object({
  key: z.string(),
  name: z.string(),
  type: z.enum(attributeTypes),
  /** What a choice offers, in order; empty for the other types. */
  options: z.array(z.string()),
  required: z.boolean(),
});

/** What more to say of an annotation of a label. */
export type Attribute = z.infer<typeof attribute>;

/** An attribute as it is sent: a name that is missing is its key. */
export const attributeInput = z
  .strictObject({
    key: codebookKey,
    name: nameOf(200).optional(),
    type: z.enum(attributeTypes),
    options: z.array(nameOf(200)).max(200, 'There are at most 200 options.').default([]),
    required: z.boolean().default(false),
  })
  .transform((sent): Attribute => ({ ...sent, name: sent.name ?? sent.key }))
  .pipe(attribute);

/** What does not hold in a list of attributes or questions at `path`. */
export function attributeFaults(attributes: Attribute[], path: string): Fault[] {
  const keys = attributes.map(({ key }) => key);
  return attributes.flatMap(({ key, type, options }, at) => {
    const faults: Fault[] = [];
    if (keys.indexOf(key) < at)
      faults.push({ path: `${path}.${at}.key`, message: `The key “${key}” is used twice here.` });
    if (type === 'choice' && options.length === 0)
      faults.push({ path: `${path}.${at}.options`, message: 'A choice needs options.' });
    if (type !== 'choice' && options.length > 0)
      faults.push({ path: `${path}.${at}.options`, message: 'Only a choice has options.' });
    if (new Set(options).size < options.length)
      faults.push({ path: `${path}.${at}.options`, message: 'An option is there twice.' });
    return faults;
  });
}
