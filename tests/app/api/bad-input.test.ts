import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { stateWithHole } from '@/tests/builders/a-writer';
import { callRoute } from '@/tests/harness/call-route';

// Code points: the family is 7 (one grapheme), the é 2 (one grapheme), the flag 2 (one grapheme).
const text = 'A 👨‍👩‍👧‍👦 cafe\u0301 🇫🇷.\nسلام يا عالم';

let projectId: string;
let owner: Viewer;
let ada: Viewer;
let layer: string;
let others: string;
let annotationId: string;
let draftId: string;

beforeAll(async () => {
  ({ projectId, owner } = await aProject({ blind: 'open' }));
  ada = await aMember(projectId, 'analyst');
  const { articleId } = await anArticle(projectId, { text });
  ({ id: draftId } = await aDraft(owner, projectId));
  const span = { segments: [{ start: 0, end: 1 }] };
  ({ layerId: layer, id: annotationId } = await anAnnotation(ada, articleId, span));
  ({ layerId: others } = await anAnnotation(owner, articleId, span));
});

const held = () =>
  Promise.all([
    db().annotation.findMany({ orderBy: { id: 'asc' } }),
    db().annotationEvent.count(),
    db().layer.findMany({ orderBy: { id: 'asc' } }),
    db().project.findMany({ orderBy: { id: 'asc' } }),
    db().article.count(),
    db().revision.count(),
    db().articleDraft.findMany({ orderBy: { id: 'asc' } }),
    db().codebook.findMany(),
    db().accessToken.count(),
    db().invitation.count(),
  ]);

type Sent = { body?: unknown; headers?: Record<string, string>; as?: Viewer };

/** Sends it, and returns the answer, if and only if nothing was changed by it. */
async function responseTo(method: string, path: string, sent: Sent) {
  const before = await held();
  const { status, body } = await callRoute(method, path, { as: ada, ...sent });
  expect(await held()).toEqual(before);
  const { detail, errors = [] } = body as { detail: string; errors?: { path: string }[] };
  expect(detail).toMatch(/^[\s\S]{10,}[.”]$/);
  return { status, paths: errors.map(({ path: at }) => at) };
}

const segment = (start: unknown, end: unknown) => ({ segments: [{ start, end }] });
const good = { label: 'loaded_framing', ...segment(0, 1) };

describe('an annotation', () => {
  const cases: [string, object, number, string][] = [
    ['an unknown label', { label: 'lies' }, 422, 'label'],
    ['no label', { label: '' }, 422, 'label'],
    ['a label that is a query', { label: { contains: 'a' } }, 422, 'label'],
    ['no segment', { segments: [] }, 422, 'segments'],
    ['a segment outside the text', segment(0, 10_000), 422, 'segments.0.end'],
    ['a segment before the text', segment(-1, 1), 422, 'segments.0.start'],
    ['half a position', segment(0.5, 1), 422, 'segments.0.start'],
    ['a position in words', segment('0', 1), 422, 'segments.0.start'],
    ['a huge position', segment(0, 1e300), 422, 'segments.0.end'],
    ['an empty segment', segment(1, 1), 422, 'segments.0.end'],
    ['a segment turned round', segment(3, 1), 422, 'segments.0.end'],
    ['only white space', segment(1, 2), 422, 'segments.0'],
    ['a start inside a family', segment(4, 9), 422, 'segments.0.start'],
    ['an end inside an é', segment(10, 14), 422, 'segments.0.end'],
    ['an end inside a flag', segment(10, 17), 422, 'segments.0.end'],
    ['half a surrogate pair', { ...segment(3, 5), offsetUnit: 'utf-16' }, 422, 'segments.0.start'],
    ['an unknown unit', { offsetUnit: 'byte' }, 422, 'offsetUnit'],
    [
      'the wrong unit, detected by the quote',
      { ...segment(10, 15), offsetUnit: 'utf-16', quote: 'cafe\u0301' },
      422,
      'segments.0.start',
    ],
    ['a quote that is not there', { quote: 'B' }, 422, 'quote'],
    [
      'segments that overlap',
      {
        segments: [
          { start: 10, end: 15 },
          { start: 10, end: 15 },
        ],
      },
      422,
      'segments.1.start',
    ],
    ['an attribute that is not the label’s', { attributes: { tone: 'x' } }, 422, 'attributes.tone'],
    ['an attribute that is a query', { attributes: { tone: { not: 1 } } }, 422, 'attributes.tone'],
    ['a prototype', { attributes: { constructor: 'x' } }, 422, 'attributes.constructor'],
    ['a note with a NUL', { note: 'a\u0000b' }, 422, 'note'],
    ['a note with half a character', { note: '\ud83d' }, 422, 'note'],
    ['too long a note', { note: 'x'.repeat(10_001) }, 422, 'note'],
    ['more than certain', { confidence: 1.01 }, 422, 'confidence'],
    ['something unknown', { layerId: 'x' }, 422, ''],
  ];

  test.each(cases)('with %s', async (_, body, status, path) => {
    const at = `/api/v1/layers/${layer}/annotations/${v7()}`;
    const { paths, ...rest } = await responseTo('PUT', at, { body: { ...good, ...body } });
    expect(rest).toEqual({ status });
    expect(paths).toContain(path);
  });

  test.each(cases)('with %s, as one of a batch', async (_, body, status) => {
    const at = `/api/v1/layers/${layer}/annotations:batch`;
    const put = [good, { ...good, ...body }];
    expect(await responseTo('POST', at, { body: { put } })).toMatchObject({ status });
  });

  test('in somebody else’s layer', async () => {
    const at = `/api/v1/layers/${others}/annotations/${v7()}`;
    expect(await responseTo('PUT', at, { body: good })).toMatchObject({ status: 403 });
  });

  test('that was somebody else’s id', async () => {
    const at = `/api/v1/layers/${others}/annotations/${annotationId}`;
    expect(await responseTo('PUT', at, { body: good, as: owner })).toMatchObject({ status: 409 });
  });

  test.each([
    ['"9"', 409],
    ['9', 400],
    ['"x"', 400],
    ['', 400],
  ])('changed under If-Match: %s', async (version, status) => {
    const at = `/api/v1/layers/${layer}/annotations/${annotationId}`;
    const headers = { 'if-match': version };
    const body = { ...good, note: 'changed' };
    expect(await responseTo('PUT', at, { body, headers })).toMatchObject({ status });
    if (status === 409)
      expect(await responseTo('DELETE', at, { headers })).toMatchObject({ status });
  });

  test('with an idempotency key that is no UUID', async () => {
    const at = `/api/v1/layers/${layer}/annotations/${v7()}`;
    const headers = { 'idempotency-key': 'once' };
    expect(await responseTo('PUT', at, { body: good, headers })).toMatchObject({ status: 400 });
  });

  test('under an id that is none', async () => {
    const at = `/api/v1/layers/${layer}/annotations/1;DROP%20TABLE`;
    expect(await responseTo('PUT', at, { body: good })).toMatchObject({ status: 404 });
  });
});

describe('a batch', () => {
  const at = () => `/api/v1/layers/${layer}/annotations:batch`;
  const many = (count: number) => Array.from({ length: count }, () => ({ ...good, id: v7() }));

  test('of 10,000 with one that is bad puts none, and names it', async () => {
    const put = many(10_000);
    put[7_041] = { ...good, id: v7(), ...segment(0, 99_999) };
    const { status, paths } = await responseTo('POST', at(), { body: { put } });
    expect({ status, paths }).toEqual({ status: 422, paths: ['put.7041.segments.0.end'] });
  });

  test('of more than 10,000 is refused', async () => {
    expect(await responseTo('POST', at(), { body: { put: many(10_001) } })).toMatchObject({
      status: 422,
    });
  });

  test('with an id twice, or one that is not there', async () => {
    const [one] = many(1);
    expect(await responseTo('POST', at(), { body: { put: [one, one] } })).toMatchObject({
      status: 422,
    });
    expect(await responseTo('POST', at(), { body: { put: [one], delete: [v7()] } })).toMatchObject({
      status: 422,
    });
  });
});

describe('a body', () => {
  const at = () => `/api/v1/layers/${layer}/annotations/${v7()}`;

  test.each([
    ['broken JSON', '{"label": "loaded_framing", ', 400],
    ['no JSON', 'label=loaded_framing', 400],
    ['half a character in UTF-8', Buffer.from([0x22, 0xf0, 0x9f, 0x22]), 400],
    ['a list', '[]', 422],
    ['null', 'null', 422],
    ['a number', '1e999', 422],
    ['nothing', '', 422],
    ['depth', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 422],
  ])('of %s', async (_, body, status) => {
    expect(await responseTo('PUT', at(), { body })).toMatchObject({ status });
  });

  test.each([
    ['told', { 'content-length': '3000000' }],
    ['found out', {}],
  ])('of 3 MB, %s', async (_, headers) => {
    const body = JSON.stringify({ ...good, note: 'x'.repeat(3_000_000) });
    expect(await responseTo('PUT', at(), { body, headers })).toMatchObject({ status: 413 });
  });

  test('of another kind', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await responseTo('PUT', at(), { body: good, headers })).toMatchObject({ status: 415 });
  });
});

describe('an article', () => {
  const at = () => `/api/v1/projects/${projectId}/articles`;
  const article = { title: 'x', text: 'A text.', cleanup: 'none' };

  test.each([
    ['3 MB of text', { text: 'x'.repeat(3_000_000) }, 413],
    ['a text that grows beyond 2 MB in UTF-8', { text: 'é'.repeat(1_100_000) }, 413],
    ['10 MB of text', { text: 'x'.repeat(10_000_000) }, 413],
    ['no text', { text: ' \n\t' }, 422],
    ['a NUL', { text: 'a\u0000b' }, 422],
    ['half a character', { text: 'a\udc00b' }, 422],
    ['an unknown clean-up', { cleanup: 'magic' }, 422],
    ['a script for an address', { url: 'javascript:alert(1)' }, 422],
    ['a day that never was', { publishedAt: '2026-02-30' }, 422],
    ['a language that is none', { language: 'not a language' }, 422],
    ['a title that turns round', { title: 'a\u202eb' }, 422],
  ])('with %s', async (_, body, status) => {
    const sent = { body: { ...article, ...body }, as: owner };
    expect(await responseTo('POST', at(), sent)).toMatchObject({ status });
  });
});

describe('a draft', () => {
  const at = (rest = '') => `/api/v1/drafts/${draftId}${rest}`;
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  test.each([
    ['no text', { text: ' ' }, 422],
    ['an unknown clean-up', { cleanup: 'magic' }, 422],
    ['a state of its own', { state: 'AAA=' }, 422],
    ['10 MB of text', { text: 'x'.repeat(10_000_000) }, 413],
  ])('begun with %s', async (_, body, status) => {
    const sent = { body: { title: 'x', text: 'A text.', ...body }, as: owner };
    const path = `/api/v1/projects/${projectId}/drafts`;
    expect(await responseTo('POST', path, sent)).toMatchObject({ status });
  });

  test.each([
    ['a number', { state: 7 }, 422],
    ['no Base64', { state: 'not base64!' }, 422],
    ['no state', { state: base64('garbage that is no state') }, 422],
    ['a state with a hole in it', { state: stateWithHole }, 422],
    ['7 MB', { state: 'A'.repeat(8_800_000) }, 422],
    ['10 MB', { state: 'A'.repeat(10_000_000) }, 413],
  ])('locked with %s', async (_, body, status) => {
    expect(await responseTo('POST', at('/lock'), { body, as: owner })).toMatchObject({ status });
  });

  test.each([
    ['a title that is none', { title: '' }],
    ['a script for an address', { url: 'javascript:alert(1)' }],
    ['a text', { text: 'Another text.' }],
  ])('changed with %s', async (_, body) => {
    expect(await responseTo('PATCH', at(), { body, as: owner })).toMatchObject({ status: 422 });
  });

  test('asked for the text of something else', async () => {
    const sent = { as: owner };
    expect(await responseTo('GET', at('/text?of=secret'), sent)).toMatchObject({ status: 422 });
  });
});

describe('names', () => {
  const bad = ['', '   ', 'a\u0000b', '\ud800', 'a\u202eb', 'x'.repeat(201), { not: 'a' }, null, 7];

  test.each(bad)('%j is refused as a project’s', async (name) => {
    expect(await responseTo('POST', '/api/v1/projects', { body: { name } })).toMatchObject({
      status: 422,
      paths: ['name'],
    });
  });

  test.each(['<script>alert(1)</script>', '"; DROP TABLE', 'مشروع', '👩‍👩‍👧‍👦', '../..'])(
    '%j is stored to the character',
    async (name) => {
      const { status, body } = await callRoute('POST', '/api/v1/projects', {
        as: ada,
        body: { name },
      });
      expect({ status, body }).toMatchObject({ status: 201, body: { name } });
    },
  );
});

test.each([
  ['limit=0', 422],
  ['limit=x', 422],
  ['limit=5000', 422],
  ['cursor=x', 422],
  ['cursor=%00', 422],
  ['offsetUnit=byte', 422],
])('a list asked for with %s', async (query, status) => {
  const at = `/api/v1/layers/${layer}/annotations?${query}`;
  expect(await responseTo('GET', at, {})).toMatchObject({ status });
});

test.each([
  ['PUT', 'codebook', { labels: [{ key: 'a', hotkey: 'j' }] }],
  ['PUT', 'codebook', { labels: [{ key: 'a' }, { key: 'a' }] }],
  ['PUT', 'codebook', { labels: [{ key: 'a', color: 'red;background:url(x)' }] }],
  ['PUT', 'codebook?guidelines=forget', { labels: [{ key: 'a' }] }],
  ['POST', 'codebook/publish', { guidelinesState: 'not base64!' }],
  ['POST', 'codebook/publish', { guidelinesState: 'Z2FyYmFnZSBzdGF0ZQ==' }],
  ['POST', 'codebook/publish', { guidelines: 'Other.' }],
  ['POST', 'invitations', { role: 'emperor' }],
  ['POST', 'invitations', { role: 'viewer', email: 'nobody' }],
])('%s %s of %j', async (method, place, body) => {
  const at = `/api/v1/projects/${projectId}/${place}`;
  expect(await responseTo(method, at, { body, as: owner })).toMatchObject({ status: 422 });
});
