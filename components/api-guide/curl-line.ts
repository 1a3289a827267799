import type { ApiOperation } from './api-document';
import { schemaExample } from './schema-example';

function variable(name: string): string {
  return `$${name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()}`;
}

/** One call of an operation by curl, with shell variables for the server, the token and the ids. */
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
