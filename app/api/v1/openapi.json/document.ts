import { z } from 'zod';
import type { Operation } from '@/app/_gate/respond';
import type { RouteModule } from './operations';
import { routeModules } from './operations';

type Json = Record<string, unknown>;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const refusals: Record<string, string> = {
  '400': 'The request cannot be parsed',
  '401': 'Neither a session nor a valid token',
  '403': 'Not permitted to the viewer',
  '404': 'Not found, or not to be known by the viewer',
  '409': 'Conflicts with the current state',
  '413': 'The body is too large',
  '415': 'The body is not JSON',
  '422': 'Something in the request is not valid; `errors` says what',
  '429': 'Too many requests; see `Retry-After`',
  '503': 'The database cannot be reached at the moment; `reason` says why',
  '507': 'The disk is full: nothing was changed; GET requests still work',
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  }) as Json;
  return json;
}

function parametersOf(schema: z.ZodType | undefined, location: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: location,
    required: location === 'path' || required.includes(name),
    schema: property,
  }));
}

function answerOf(operation: Operation): Json {
  if (operation.answer === null) return { '204': { description: 'Success' } };
  const content = operation.answerType
    ? { [operation.answerType]: { schema: { type: 'string' } } }
    : { 'application/json': { schema: schemaOf(operation.answer, 'output') } };
  const others = Object.entries(operation.alsoAnswers ?? {}).map(([type, schema]) => [
    type,
    { schema: schemaOf(schema, 'output') },
  ]);
  const responseContent = { ...content, ...Object.fromEntries(others) };
  return {
    [String(operation.status ?? 200)]: { description: 'Success', content: responseContent },
  };
}

function operationOf(operation: Operation): Json {
  const refusal = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return {
    summary: operation.summary,
    security: operation.who === 'known' ? [{ token: [] }, { session: [] }] : [{}, { token: [] }],
    parameters: [
      ...parametersOf(operation.params, 'path'),
      ...parametersOf(operation.query, 'query'),
    ],
    ...(operation.body && {
      requestBody: {
        content: { 'application/json': { schema: schemaOf(operation.body, 'input') } },
      },
    }),
    responses: {
      ...answerOf(operation),
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, text]) => [status, refusal(text)]),
      ),
    },
  };
}

function pathOf(module: RouteModule): Json {
  return Object.fromEntries(
    methods.flatMap((method) => {
      const handler = module[method];
      return handler ? [[method.toLowerCase(), operationOf(handler.operation)]] : [];
    }),
  );
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    reason: {
      type: 'string',
      enum: ['database-away', 'database-busy', 'storage-full', 'stopping'],
      description: 'A temporary cause; with 503 and 507',
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

let document: Json | null = null;

/**
 * The description of the API in OpenAPI 3.1, made from the schemas that validate each request;
 * built once per process.
 */
export function openApiDocument(): Json {
  document ??= makeDocument();
  return document;
}

function makeDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parallax',
      version: '1',
      description:
        'Positions are half-open; every answer that has positions names its unit (`offsetUnit`: Unicode code points unless asked otherwise).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(
      Object.entries(routeModules).map(([path, module]) => [path, pathOf(module)]),
    ),
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token, `plx_…`' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
  };
}
