import type { Schema } from './api-document';

const formats: Record<string, string> = {
  uuid: 'UUID',
  'date-time': 'date and time (RFC 3339)',
  date: 'date',
  email: 'e-mail address',
  uri: 'URL',
};

function unique(texts: string[]): string {
  return [...new Set(texts)].join(' or ');
}

/** The type of a schema as a phrase. */
export function typeText(schema: Schema): string {
  const { type, format, items, properties, additionalProperties } = schema;
  const among = schema.anyOf ?? schema.oneOf;
  if (among !== undefined) return unique(among.map(typeText));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined)
    return schema.enum.map((value) => JSON.stringify(value)).join(', ');
  if (Array.isArray(type)) return unique(type.map((one) => typeText({ ...schema, type: one })));
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeText(items)}`;
  if (type === 'object' && properties === undefined)
    return typeof additionalProperties === 'object'
      ? `names, each with ${typeText(additionalProperties)}`
      : 'object';
  if (type === 'string' && format !== undefined) return formats[format] ?? `string (${format})`;
  return type ?? 'anything';
}

function between(min: number | undefined, max: number | undefined, unit: string): string[] {
  const low = min !== undefined && min > 0 && min > Number.MIN_SAFE_INTEGER ? min : undefined;
  const high = max !== undefined && max < Number.MAX_SAFE_INTEGER ? max : undefined;
  const formatNumber = (value: number) => value.toLocaleString('en');
  if (low !== undefined && high !== undefined)
    return [`${formatNumber(low)} to ${formatNumber(high)}${unit}`];
  if (high !== undefined) return [`at most ${formatNumber(high)}${unit}`];
  return low === undefined ? [] : [`at least ${formatNumber(low)}${unit}`];
}

/** The limits and default of a schema as a phrase; '' where it has none. */
export function limitText(schema: Schema): string {
  const bounded = [schema, ...(schema.anyOf ?? schema.oneOf ?? [])];
  const limits = bounded.flatMap((one) => [
    ...between(one.minLength, one.maxLength, ' characters'),
    ...between(one.minItems, one.maxItems, ' entries'),
    ...(one.minimum === 0 && one.maximum !== undefined && one.maximum < Number.MAX_SAFE_INTEGER
      ? [`0 to ${one.maximum.toLocaleString('en')}`]
      : between(one.minimum, one.maximum, '')),
  ]);
  const absent = schema.default === undefined ? [] : [`default ${JSON.stringify(schema.default)}`];
  return [...new Set([...limits, ...absent])].join('; ');
}

/** A field of a body with its path (`segments[].start`). */
export type Field = { path: string; type: string; limits: string; required: boolean };

function within(schema: Schema, path: string): Field[] {
  const among = [schema, ...(schema.anyOf ?? schema.oneOf ?? [])];
  const inner = among.flatMap(({ items, properties, required = [] }) => [
    ...(items === undefined ? [] : within(items, `${path}[]`)),
    ...Object.entries(properties ?? {}).flatMap(([name, property]) => {
      const at = path === '' ? name : `${path}.${name}`;
      const field = {
        path: at,
        type: typeText(property),
        limits: limitText(property),
        required: required.includes(name),
      };
      return [field, ...within(property, at)];
    }),
  ]);
  return [...new Map(inner.map((field) => [field.path, field])).values()];
}

/** All fields of a body, each before the fields inside of it. */
export function schemaFields(schema: Schema): Field[] {
  return within(schema, '');
}
