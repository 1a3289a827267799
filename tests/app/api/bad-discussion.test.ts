import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aThread } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { callRoute } from '@/tests/harness/call-route';

// Code points: the family is 7 (one grapheme), the é 2 (one grapheme), the flag 2 (one grapheme).
const text = 'A 👨‍👩‍👧‍👦 cafe\u0301 🇫🇷.\nسلام يا عالم';

let articleId: string;
let ada: Viewer;
let stranger: Viewer;
let annotationId: string;
let threadId: string;
let commentId: string;

beforeAll(async () => {
  const { projectId } = await aProject({ blind: 'open' });
  [ada, stranger] = [await aMember(projectId, 'analyst'), await aPerson()];
  ({ articleId } = await anArticle(projectId, { text }));
  const span = { segments: [{ start: 0, end: 1 }] };
  ({ id: annotationId } = await anAnnotation(ada, articleId, span));
  const thread = await aThread(ada, articleId, span);
  [threadId, commentId] = [thread.id, thread.comments[0]?.id ?? ''];
});

const held = () =>
  Promise.all([
    db().thread.findMany({ orderBy: { id: 'asc' } }),
    db().comment.findMany({ orderBy: { id: 'asc' } }),
    db().mention.findMany({ orderBy: { commentId: 'asc' } }),
  ]);

type Sent = { body?: unknown; headers?: Record<string, string> };

/** Sends it, and returns the answer, if and only if nothing was changed by it. */
async function responseTo(method: string, path: string, sent: Sent = {}) {
  const before = await held();
  const { status, body } = await callRoute(method, path, { as: ada, ...sent });
  expect(await held()).toEqual(before);
  const { detail, errors = [] } = body as { detail: string; errors?: { path: string }[] };
  expect(detail).toMatch(/^[\s\S]{10,}[.”]$/);
  return { status, paths: errors.map(({ path: at }) => at) };
}

const segment = (start: unknown, end: unknown) => ({ segments: [{ start, end }] });
const bodies: [string, object, string][] = [
  ['no body', { body: undefined }, 'body'],
  ['nothing in it', { body: ' \n' }, 'body'],
  ['a body that is a query', { body: { contains: 'a' } }, 'body'],
  ['too long a body', { body: 'x'.repeat(5001) }, 'body'],
  ['a NUL', { body: 'a\u0000b' }, 'body'],
  ['half a character', { body: '\ud83d' }, 'body'],
  ['a control character', { body: 'a\u0007' }, 'body'],
  ['a mention that is no id', { mentions: ['Ada'] }, 'mentions.0'],
  ['a mention of nobody', { mentions: [v7()] }, 'mentions.0'],
  ['mentions that are none', { mentions: 'Ada' }, 'mentions'],
  ['51 mentions', { mentions: Array.from({ length: 51 }, () => v7()) }, 'mentions'],
  ['something unknown', { authorId: v7() }, ''],
];

describe('a thread', () => {
  const good = () => ({ articleId, ...segment(0, 1), comment: { body: 'Why?' } });
  const put = (body: object) => responseTo('PUT', `/api/v1/threads/${v7()}`, { body });

  test.each([
    ['on nothing', { segments: undefined }, 'segments'],
    ['on no segment', { segments: [] }, 'segments'],
    ['outside the text', segment(0, 10_000), 'segments.0.end'],
    ['before the text', segment(-1, 1), 'segments.0.start'],
    ['on half a position', segment(0.5, 1), 'segments.0.start'],
    ['on a position in words', segment('0', 1), 'segments.0.start'],
    ['on a huge position', segment(0, 1e300), 'segments.0.end'],
    ['turned round', segment(3, 1), 'segments.0.end'],
    ['on white space', segment(1, 2), 'segments.0'],
    ['from inside a family', segment(4, 9), 'segments.0.start'],
    ['to inside an é', segment(10, 14), 'segments.0.end'],
    ['to inside a flag', segment(10, 17), 'segments.0.end'],
    ['of an unknown unit', { offsetUnit: 'byte' }, 'offsetUnit'],
    ['with a quote that is not there', { quote: 'B' }, 'quote'],
    ['with an id that is none', { annotationId: 'x', segments: undefined }, 'annotationId'],
    ['without a comment', { comment: undefined }, 'comment'],
    ['with something unknown', { layerId: 'x' }, ''],
  ])('%s', async (_, body, path) => {
    const { status, paths } = await put({ ...good(), ...body });
    expect({ status, paths }).toEqual({ status: 422, paths: expect.arrayContaining([path]) });
  });

  test('on both', async () => {
    expect(await put({ ...good(), annotationId })).toMatchObject({ status: 422 });
  });

  test.each(bodies)('whose comment has %s', async (_, body, path) => {
    const comment = { ...good().comment, ...body };
    const { status, paths } = await put({ ...good(), comment });
    const at = path === '' ? 'comment' : `comment.${path}`;
    expect({ status, paths }).toEqual({ status: 422, paths: expect.arrayContaining([at]) });
  });

  test('over an article that is not there, or under an id that is none', async () => {
    expect(await put({ ...good(), articleId: v7() })).toMatchObject({ status: 404 });
    expect(await responseTo('PUT', '/api/v1/threads/1', { body: good() })).toMatchObject({
      status: 404,
    });
  });

  test.each([{ state: 'closed' }, { state: null }, {}, { state: 'open', by: 'me' }])(
    'turned to %j',
    async (body) => {
      const at = `/api/v1/threads/${threadId}`;
      expect(await responseTo('PATCH', at, { body })).toMatchObject({ status: 422 });
    },
  );
});

describe('a comment', () => {
  test.each(bodies)('with %s', async (_, body, path) => {
    const sent = { body: { body: 'Why?', ...body } };
    for (const id of [v7(), commentId]) {
      const at = `/api/v1/threads/${threadId}/comments/${id}`;
      const { status, paths } = await responseTo('PUT', at, sent);
      expect({ status, paths }).toEqual({ status: 422, paths: expect.arrayContaining([path]) });
    }
  });

  test('that calls upon a stranger', async () => {
    const at = `/api/v1/threads/${threadId}/comments/${v7()}`;
    const body = { body: '@x', mentions: [stranger.userId] };
    expect(await responseTo('PUT', at, { body })).toEqual({ status: 422, paths: ['mentions.0'] });
  });

  test('under an id that is none, or as what is no JSON', async () => {
    const comments = `/api/v1/threads/${threadId}/comments`;
    const body = { body: 'Why?' };
    expect(await responseTo('PUT', `${comments}/x`, { body })).toMatchObject({ status: 404 });
    expect(await responseTo('DELETE', `${comments}/${v7()}`)).toMatchObject({ status: 404 });
    const words = { body: '{"body":' };
    expect(await responseTo('PUT', `${comments}/${v7()}`, words)).toMatchObject({ status: 400 });
  });
});

test.each([
  ['limit=0'],
  ['limit=5000'],
  ['cursor=x'],
  ['cursor=%00'],
  ['offsetUnit=byte'],
  ['state=closed'],
  ['annotationId=x'],
])('threads asked for with %s', async (query) => {
  const at = `/api/v1/articles/${articleId}/threads?${query}`;
  expect(await responseTo('GET', at)).toMatchObject({ status: 422 });
});

test.each(['limit=0', 'cursor=x', 'unseen=maybe'])('mentions asked for with %s', async (query) => {
  expect(await responseTo('GET', `/api/v1/me/mentions?${query}`)).toMatchObject({ status: 422 });
});

test.each([{}, { seen: [] }, { seen: 'all' }, { seen: ['x'] }, { seen: [{ not: 'x' }] }])(
  'mentions seen as %j',
  async (body) => {
    expect(await responseTo('PATCH', '/api/v1/me/mentions', { body })).toMatchObject({
      status: 422,
    });
  },
);
