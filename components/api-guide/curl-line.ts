import type { Schema, ApiOperation } from './api-document';

const strings: Record<string, string> = {
  base64: 'AAA=',
  uuid: '01890a5d-ac96-774b-bcce-b302099a8057',
  'date-time': '2026-01-31T12:00:00Z',
  date: '2026-01-31',
  email: 'somebody@example.org',
  uri: 'https://example.org/',
};

/** Examples of strings whose rules are not in the schema, by field name. */
const named: Record<string, string> = {
  email: 'somebody@example.org',
  password: 'four unrelated words here',
  current: 'four unrelated words here',
  next: 'four other words instead',
  key: 'loaded_framing',
  language: 'en',
};

/**
 * A value that is valid for a schema: its example, else its required fields, or the first field
 * where none is required.
 */
function schemaExample(schema: Schema, name = ''): unknown {
  const [example] = schema.examples ?? [];
  if (example !== undefined) return example;
  const first = (schema.anyOf ?? schema.oneOf)?.[0];
  if (first !== undefined) return schemaExample(first, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'array') return schema.items === undefined ? [] : [schemaExample(schema.items)];
  if (type === 'object') {
    const { properties = {}, required = [] } = schema;
    const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
    return Object.fromEntries(
      names.map((inner) => [inner, schemaExample(properties[inner] ?? {}, inner)]),
    );
  }
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 0, 0);
  if (type === 'boolean') return true;
  return type === 'string' ? (strings[schema.format ?? ''] ?? named[name] ?? '…') : null;
}

function variable(name: string): string {
  return `$${name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()}`;
}

/** A curl command for an operation, with shell variables for the server, the token and the ids. */
export function curlLine(method: string, path: string, operation: ApiOperation): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => variable(name));
  const query = operation.parameters
    .filter(({ in: location, required }) => location === 'query' && required)
    .map(({ name, schema }) => `${name}=${String(schemaExample(schema))}`)
    .join('&');
  const isOpen = operation.security.some((way) => Object.keys(way).length === 0);
  const body = operation.requestBody?.content['application/json']?.schema;
  const example = body === undefined ? '' : JSON.stringify(schemaExample(body));
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "$PARALLAX${filled}${query && `?${query}`}"`,
    ...(isOpen ? [] : [`-H "Authorization: Bearer $TOKEN"`]),
    ...(body === undefined
      ? []
      : [`-H "Content-Type: application/json"`, `-d '${example.replaceAll("'", "'\\''")}'`]),
  ].join(' \\\n  ');
}
