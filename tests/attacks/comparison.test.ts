import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { scopes } from '@/lib/access/viewer';
import { closeDb } from '@/lib/db';
import { findRunning } from '@/server/process/data-folder';
import { layerRows, nextContentOf } from '@/tests/builders/a-layer';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aPut } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { aRow } from '@/tests/builders/annotation-rows';
import { insertRows } from '@/tests/builders/insert-rows';
import type { RunningServer } from '@/tests/harness/running-server';
import { startServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { probing } from './health-probe';

type Span = [start: number, end: number];
type Shape = (at: number, layer: number) => Span;

/** Layers that nobody would make by hand, by what is computed from them. */
const shapes: Record<string, { count: number; shape: Shape }> = {
  nested: { count: 4000, shape: (at, layer) => [at + layer, 60_000 - at] },
  identical: { count: 2000, shape: () => [10, 50] },
  beside: { count: 8000, shape: (at, layer) => [9 * at, 9 * at + 4 + (layer & at & 1)] },
};

/** The longest time of an answer, in milliseconds, whatever else is computed. */
const maxMilliseconds = 500;

let server: RunningServer;
let session: Session;
let owner: Viewer;
type Place = { projectId: string; articleId: string; revisionId: string };

const places = new Map<string, Place>();

async function aLargeLayer(
  { articleId, revisionId }: Pick<Place, 'articleId' | 'revisionId'>,
  name: string,
  layer: number,
  authorId: string,
): Promise<void> {
  const { count, shape } = shapes[name] ?? { count: 0, shape: () => [0, 1] as Span };
  const layerId = v7();
  const at = new Date();
  const moments = { createdAt: at, submittedAt: at, firstSubmittedAt: at };
  const of = { id: layerId, articleId, revisionId, kind: 'analyst', authorId };
  await insertRows({ Layer: [{ ...of, state: 'submitted', eventCount: count, ...moments }] });
  const rows = Array.from({ length: count }, (_, nth) =>
    aRow({ layerId, segments: [shape(nth, layer)] }),
  );
  for (let from = 0; from < count; from += 10_000)
    await insertRows({ Annotation: rows.slice(from, from + 10_000) });
}

async function aLargeArticle(owner: Viewer, name: string) {
  const { projectId } = await aProject({ owner, name });
  const { articleId, revisionId } = await anArticle(projectId, {
    title: name,
    text: 'The word. '.repeat(20_000),
  });
  const place = { projectId, articleId, revisionId };
  for (const layer of [0, 1]) {
    const { userId } = await aMember(projectId, 'analyst');
    await aLargeLayer(place, name, layer, userId);
  }
  places.set(name, place);
}

beforeAll(async () => {
  server = await startServer();
  session = await signIn(server.address);
  const running = await findRunning(server.dataFolder);
  process.env.DATABASE_URL = running?.databaseUrl ?? '';
  const me = await session.call<{ id: string; name: string; email: string }>('GET', '/api/v1/me');
  owner = { ...me, userId: me.id, scopes, by: 'session' };
  for (const name of Object.keys(shapes)) await aLargeArticle(owner, name);
  // A route's modules are loaded with its first request, which is not measured.
  const { projectId } = await aProject({ owner });
  const { articleId } = await anArticle(projectId);
  for (const [, path, init] of requests) await asked(path(articleId, projectId), init);
}, 600_000);

afterAll(async () => {
  await closeDb();
  await server.stop();
}, 60_000);

type Answered = { status: number; text: string };

async function asked(path: string, init: RequestInit = {}): Promise<Answered> {
  const answer = await session.fetch(path, init);
  return { status: answer.status, text: await answer.text() };
}

const preview = { method: 'POST', body: JSON.stringify({ preview: true }) };

/** Requests for an article, and whether each may be refused as too costly. */
const requests: [
  name: string,
  path: (articleId: string, projectId: string) => string,
  init?: object,
][] = [
  ['its comparison', (articleId) => `/api/v1/articles/${articleId}/comparison`],
  ['the page of its comparison', (articleId) => `/articles/${articleId}/comparison`],
  ['agreement', (_, projectId) => `/api/v1/projects/${projectId}/agreement`],
  ['its adjudication', (articleId) => `/api/v1/articles/${articleId}/adjudication`],
  ['the page of its adjudication', (articleId) => `/articles/${articleId}/adjudication`],
  ['what a merge would do', (articleId) => `/api/v1/articles/${articleId}/merges`, preview],
  ['its CSV', (articleId) => `/api/v1/articles/${articleId}/export?format=csv`],
  ['its JSON', (articleId) => `/api/v1/articles/${articleId}/export?format=json`],
  ['agreement with consensus', (_, projectId) => `/api/v1/projects/${projectId}/performance`],
  ['the page of it', (_, projectId) => `/projects/${projectId}/performance`],
];

/** Immediate refusals are tested by every request; computations by those that differ. */
const attacks: [shape: string, requests: typeof requests][] = [
  ['nested', requests],
  ['identical', requests.filter(([name]) => /^the page|^its comparison$/.test(name))],
  ['beside', requests.filter(([name]) => /^its (?:comparison|CSV|JSON)$/.test(name))],
];

describe.each(attacks)('layers whose annotations are %s', (name, some) => {
  it.each(some.map(([what, path, init = {}]) => [what, path, init] as const))(
    'stop nobody: %s',
    async (what, path, init) => {
      const { articleId, projectId } = places.get(name) ?? { articleId: '', projectId: '' };
      const {
        slowest,
        asked: times,
        result,
      } = await probing(server, () => asked(path(articleId, projectId), init));
      if (process.env.FIGURES)
        process.stderr.write(
          `${name} ${what}: ${Math.round(slowest)} ms of ${times}, ${result.status}, ${result.text.length}\n`,
        );
      expect([200, 422]).toContain(result.status);
      if (result.status === 422)
        expect(JSON.parse(result.text)).toMatchObject({
          detail: expect.stringMatching(/pairs of annotations that overlap.*Nothing was changed/),
        });
      expect(slowest).toBeLessThan(maxMilliseconds);
    },
    120_000,
  );
});

describe('after all that', () => {
  it('the refusal of a project’s agreement names the article', async () => {
    const { projectId } = places.get('nested') ?? { projectId: '' };
    const answer = await asked(`/api/v1/projects/${projectId}/agreement`);
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.text)).toMatchObject({
      detail: expect.stringMatching(/^The article “nested” has too many annotations/),
    });
  });

  it('the page of what changed says why it cannot be computed', async () => {
    const { projectId } = await aProject({ owner });
    const text = 'The word. '.repeat(20);
    const { articleId, revisionId } = await anArticle(projectId, { text });
    const { userId } = await aMember(projectId, 'analyst');
    // No span is the same in both layers, and each overlaps with all of the other.
    for (const [kind, authorId, start] of [
      ['analyst', userId, 10],
      ['consensus', null, 11],
    ] as const) {
      const put = aPut({ segments: [{ start, end: 50 }] });
      const annotations = Array.from({ length: 500 }, () => ({
        id: v7(),
        nextContent: nextContentOf(text, put, 1),
      }));
      const layer = { id: v7(), articleId, revisionId, kind, authorId } as const;
      await insertRows(layerRows({ ...layer, state: 'submitted', byId: userId, annotations }));
    }
    const page = await asked(`/articles/${articleId}/changes?user=${userId}`);
    expect(page.status).toBe(200);
    const words = ['The changes cannot be calculated now', 'pairs of annotations that overlap'];
    expect(words.filter((some) => !page.text.includes(some))).toEqual([]);
  });

  it('the process is the same one', async () => {
    expect(process.kill(server.pid, 0)).toBe(true);
    expect(server.output()).not.toMatch(/out of memory|unexpectedly/);
    expect((await asked('/api/health')).status).toBe(200);
  });
});
