import type { Attribute, Label } from '@/lib/codebook/codebook';
import type { Fault } from '@/lib/refusal';
import type { AttributeValue } from './annotation';

type Attributes = Readonly<Record<string, AttributeValue>>;

const wanted: Record<Attribute['type'], { type: string; description: string }> = {
  choice: { type: 'string', description: 'one of the options' },
  text: { type: 'string', description: 'text' },
  boolean: { type: 'boolean', description: 'true or false' },
  number: { type: 'number', description: 'a number' },
};

function faultOf(attribute: Attribute, value: AttributeValue): string | null {
  const { type, description } = wanted[attribute.type];
  if (typeof value !== type) return `“${attribute.name}” must be ${description}.`;
  if (attribute.type === 'choice' && value !== '' && !attribute.options.includes(String(value)))
    return `“${String(value)}” is not among the options of “${attribute.name}”.`;
  return null;
}

/**
 * Lists the attributes that do not fit their label: unknown keys, wrong types, options that are not
 * in the codebook. Missing required attributes are not faults here, because an annotation is
 * created first and described after.
 */
export function attributeFaults(label: Label, attributes: Attributes): Fault[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    const attribute = label.attributes.find((known) => known.key === key);
    const message =
      attribute === undefined
        ? `The label “${label.name}” has no attribute “${key}”.`
        : faultOf(attribute, value);
    return message === null ? [] : [{ path: `attributes.${key}`, message }];
  });
}

/**
 * The names of required attributes that are missing or blank; while there are any, the layer cannot
 * be submitted.
 */
export function missingAttributes(label: Label, attributes: Attributes): string[] {
  return label.attributes
    .filter(({ key, required }) => {
      const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
      return (
        required && (value === undefined || (typeof value === 'string' && value.trim() === ''))
      );
    })
    .map(({ name }) => name);
}

/** Whether two sets of attributes have the same keys and values, in any order. */
export function areSameAttributes(one: Attributes, other: Attributes): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && one[key] === other[key])
  );
}
