import type { Schema } from './api-document';
import { limitText, typeText } from './schema-text';

/** One value in a body, by the path that leads to it (`segments[].start`). */
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

/** Every named value that a body may have, each before what lies in it. */
export function schemaFields(schema: Schema): Field[] {
  return within(schema, '');
}
