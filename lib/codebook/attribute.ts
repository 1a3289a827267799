import { z } from 'zod';
import { nameOf } from '@/lib/text-input';
import type { Fault } from '@/lib/refusal';
import { codebookKey } from './codebook-key';

/** The types of value that an attribute or question takes. */
const attributeTypes = ['choice', 'text', 'boolean', 'number'] as const;

/** An attribute as it is stored: a further value on annotations of its label. */
export const attribute = z.object({
  key: z.string(),
  name: z.string(),
  type: z.enum(attributeTypes),
  /** The options of a choice, in order; empty for the other types. */
  options: z.array(z.string()),
  required: z.boolean(),
});

/** A further value on annotations of a label. */
export type Attribute = z.infer<typeof attribute>;

/** An attribute as a client sends it; without a name, its key is its name. */
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

/** The faults in a list of attributes or questions, with paths that begin with `path`. */
export function attributeFaults(attributes: Attribute[], path: string): Fault[] {
  const keys = attributes.map(({ key }) => key);
  return attributes.flatMap(({ key, type, options }, at) => {
    const faults: Fault[] = [];
    if (keys.indexOf(key) < at)
      faults.push({ path: `${path}.${at}.key`, message: `The ID “${key}” is used twice here.` });
    if (type === 'choice' && options.length === 0)
      faults.push({ path: `${path}.${at}.options`, message: 'A choice needs options.' });
    if (type !== 'choice' && options.length > 0)
      faults.push({ path: `${path}.${at}.options`, message: 'Only a choice has options.' });
    if (new Set(options).size < options.length)
      faults.push({ path: `${path}.${at}.options`, message: 'An option occurs twice.' });
    return faults;
  });
}
