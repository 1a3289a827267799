import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openApiDocument } from '@/app/api/v1/openapi.json/document';
import { routeModules } from '@/app/api/v1/openapi.json/operations';

const root = join(process.cwd(), 'app/api');

/** Every folder below app/api that answers, as a path of the API. */
function paths(folder = root): string[] {
  const own = existsSync(join(folder, 'route.ts')) ? [folder.slice(root.length)] : [];
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => paths(join(folder, entry.name)));
  return [...own, ...below];
}

test('the list of routes is whole, and each stands under its path', async () => {
  const apart = ['/v1/openapi.json', '/[...path]', '/auth/[...nextauth]'];
  const there = paths().filter((path) => !apart.includes(path));
  expect(Object.keys(routeModules).sort()).toEqual(
    there.map((path) => `/api${path.replace(/\[(\w+)\]/g, '{$1}')}`).sort(),
  );
  for (const path of there) {
    const routes: unknown = await import(`@/app/api${path}/route`);
    expect(routeModules[`/api${path.replace(/\[(\w+)\]/g, '{$1}')}`]).toBe(routes);
  }
});

type Described = {
  summary: string;
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, unknown>;
};
const described = openApiDocument().paths as Record<string, Record<string, Described>>;

test('is OpenAPI 3.1, and JSON to the last value', () => {
  const document = openApiDocument();
  expect(document.openapi).toBe('3.1.0');
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test('every part of a path is a parameter of each of its operations', () => {
  for (const [path, operations] of Object.entries(described)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    for (const { parameters } of Object.values(operations)) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name).sort()).toEqual(names);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  }
});

test('every operation has a summary of its own and an answer that is no refusal', () => {
  const all = Object.values(described).flatMap((operations) => Object.values(operations));
  const summaries = all.map(({ summary }) => summary);
  expect(new Set(summaries).size).toBe(summaries.length);
  for (const { responses } of all)
    expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
});

test('a put annotation is described as it is checked', () => {
  const path = '/api/v1/layers/{layerId}/annotations/{annotationId}';
  expect(described[path]?.put).toMatchObject({
    requestBody: {
      content: {
        'application/json': {
          schema: {
            required: ['label', 'segments'],
            properties: { offsetUnit: { enum: ['code-point', 'utf-16'] } },
          },
        },
      },
    },
  });
});
