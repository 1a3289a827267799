import { openApiDocument } from '@/app/api/v1/openapi.json/document';
import { routeModules } from '@/app/api/v1/openapi.json/operations';
import { chaptersOf } from '@/components/api-guide/api-document';
import type { ApiDocument } from '@/components/api-guide/api-document';
import { curlLine } from '@/components/api-guide/curl-line';
import { apiChapterPages, signedInPages } from '@/tests/harness/all-pages';

const document = openApiDocument() as ApiDocument;
const chapters = chaptersOf(document);
const entries = chapters.flatMap((chapter) => chapter.entries);

test('every operation stands in a chapter with a name of its own, once', () => {
  const wanted = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(entries.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(wanted.sort());
  expect(chapters.map(({ title }) => title)).not.toContain('More');
});

test('every anchor is unique', () => {
  const anchors = [...chapters, ...entries].map(({ anchor }) => anchor);
  expect(new Set(anchors).size).toBe(anchors.length);
});

test.each([
  ['/api/v1/projects/{projectId}/export', 'Export'],
  ['/api/v1/projects/{projectId}/articles', 'Articles'],
  ['/api/v1/layers/{layerId}/annotations:batch', 'Layers and annotations'],
  ['/api/v1/articles/{articleId}/layers/mine', 'Layers and annotations'],
  ['/api/v1/invitations/{token}/accept', 'Members and invitations'],
  ['/api/v1/articles/{articleId}/threads', 'Discussion'],
  ['/api/v1/me/mentions', 'Discussion'],
  ['/api/v1/projects/{projectId}/adjudication-settings', 'Adjudication'],
  ['/api/v1/projects/{projectId}/performance', 'Calibration'],
  ['/api/v1/me/password', 'Account'],
  ['/api/health', 'The server'],
])('%s stands under %s', (path, title) => {
  const held = chapters.find((chapter) => chapter.entries.some((entry) => entry.path === path));
  expect(held?.title).toBe(title);
});

test('an unknown path still has a chapter', () => {
  const paths = { '/api/v1/new-thing': document.paths['/api/v1/me'] ?? {} };
  expect(chaptersOf({ paths }).map(({ title }) => title)).toEqual(['More']);
});

test('every example body is one that its operation takes', () => {
  const refused = entries.flatMap(({ method, path, operation }) => {
    const sent = /-d '(.*)'$/s
      .exec(curlLine(method, path, operation))?.[1]
      ?.replaceAll("'\\''", "'");
    const schema = routeModules[path]?.[method as 'PUT']?.operation.body;
    if (sent === undefined || schema === undefined) return [];
    const parsed = schema.safeParse(JSON.parse(sent));
    return parsed.success ? [] : [`${method} ${path}: ${sent}: ${parsed.error.message}`];
  });
  expect(refused).toEqual([]);
});

test('a call names the ids, the token and only what it sends', () => {
  const entry = entries.find(({ anchor }) => anchor === 'delete-api-v1-tokens-tokenid');
  expect(entry && curlLine(entry.method, entry.path, entry.operation)).toBe(
    'curl -X DELETE "$PARALLAX/api/v1/tokens/$TOKEN_ID" \\\n  -H "Authorization: Bearer $TOKEN"',
  );
  const open = entries.find(({ path }) => path === '/api/health');
  expect(open && curlLine(open.method, open.path, open.operation)).toBe(
    'curl "$PARALLAX/api/health"',
  );
});

test('every chapter has a page that is looked at', () => {
  const looked = [...signedInPages, ...apiChapterPages];
  expect(looked).toEqual(
    expect.arrayContaining(chapters.map(({ anchor }) => `/docs/api/${anchor}`)),
  );
});
