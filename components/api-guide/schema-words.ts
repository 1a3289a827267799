import type { Schema } from './api-document';

const formats: Record<string, string> = {
  uuid: 'UUID',
  'date-time': 'date and time (RFC 3339)',
  date: 'date',
  email: 'e-mail address',
  uri: 'URL',
};

function unique(words: string[]): string {
  return [...new Set(words)].join(' or ');
}

/** What kind of value a schema takes, in a few words. */
export function typeWords(schema: Schema): string {
  const { type, format, items, properties, additionalProperties } = schema;
  const among = schema.anyOf ?? schema.oneOf;
  if (among !== undefined) return unique(among.map(typeWords));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined)
    return schema.enum.map((value) => JSON.stringify(value)).join(', ');
  if (Array.isArray(type)) return unique(type.map((one) => typeWords({ ...schema, type: one })));
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeWords(items)}`;
  if (type === 'object' && properties === undefined)
    return typeof additionalProperties === 'object'
      ? `names, each with ${typeWords(additionalProperties)}`
      : 'object';
  if (type === 'string' && format !== undefined) return formats[format] ?? `string (${format})`;
  return type ?? 'anything';
}

function between(least: number | undefined, most: number | undefined, unit: string): string[] {
  const low =
    least !== undefined && least > 0 && least > Number.MIN_SAFE_INTEGER ? least : undefined;
  const high = most !== undefined && most < Number.MAX_SAFE_INTEGER ? most : undefined;
  const told = (value: number) => value.toLocaleString('en');
  if (low !== undefined && high !== undefined) return [`${told(low)} to ${told(high)}${unit}`];
  if (high !== undefined) return [`at most ${told(high)}${unit}`];
  return low === undefined ? [] : [`at least ${told(low)}${unit}`];
}

/** The limits of a value and what it is when it is left out; empty where there is nothing to say. */
export function limitWords(schema: Schema): string {
  const bounded = [schema, ...(schema.anyOf ?? schema.oneOf ?? [])];
  const limits = bounded.flatMap((one) => [
    ...between(one.minLength, one.maxLength, ' characters'),
    ...between(one.minItems, one.maxItems, ' entries'),
    ...(one.minimum === 0 && one.maximum !== undefined && one.maximum < Number.MAX_SAFE_INTEGER
      ? [`0 to ${one.maximum.toLocaleString('en')}`]
      : between(one.minimum, one.maximum, '')),
  ]);
  const absent = schema.default === undefined ? [] : [`else ${JSON.stringify(schema.default)}`];
  return [...new Set([...limits, ...absent])].join('; ');
}
