import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { routeModules } from '@/app/api/v1/openapi.json/operations';
import { db } from '@/lib/db';
import type { DisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { anAdjudicatedExport } from '@/tests/builders/an-adjudicated-export';
import { callRoute } from '@/tests/harness/call-route';

/**
 * A closed project: Ada alone marked “Nobody”, which was rejected; Cleo's boundary was not taken; and a
 * merge found that all three agree on “failed gamble”.
 */
let house: DisputedArticle;
let hidden: string[];
let rejected: string[];
let viewer: Viewer;

const annotationsOf = (layerId: string | undefined) =>
  db().annotation.findMany({ where: { layerId: layerId ?? '' }, select: { id: true } });

beforeAll(async () => {
  house = await anAdjudicatedExport();
  const { manager, articleId, projectId, layers } = house;
  await mergeArticle(manager, articleId, { preview: false });
  viewer = await aMember(projectId, 'viewer');
  const [ada, , cleo] = layers;
  const colleagues = [...(await annotationsOf(ada)), ...(await annotationsOf(cleo))];
  const decisions = await db().decision.findMany({ where: { articleId, quote: 'Nobody' } });
  rejected = decisions.map(({ id }) => id);
  hidden = [ada ?? '', cleo ?? '', ...colleagues.map(({ id }) => id), ...rejected];
});

const publish = (state: string) =>
  db().layer.updateMany({
    where: { articleId: house.articleId, kind: 'consensus' },
    data: { state },
  });

/** Every address that can be read of the project and the article, in every format. */
async function everyRead(): Promise<string[]> {
  const { projectId, articleId } = house;
  const decisions = await db().decision.findMany({ where: { articleId }, select: { id: true } });
  const layers = await db().layer.findMany({
    where: { articleId },
    select: { id: true, annotations: { select: { id: true } } },
  });
  const values: Record<string, string[]> = {
    projectId: [projectId],
    articleId: [articleId],
    decisionId: decisions.map(({ id }) => id),
    layerId: layers.map(({ id }) => id),
    annotationId: layers.flatMap(({ annotations }) => annotations.map(({ id }) => id)),
    number: ['1'],
    version: ['1'],
  };
  const paths = Object.entries(routeModules)
    .filter(([path, module]) => 'GET' in module && path.startsWith('/api/v1/'))
    .flatMap(([path]) => {
      const [, name] = /\{(\w+)\}/.exec(path) ?? [];
      if (name === undefined) return [path];
      return (values[name] ?? []).map((value) => path.replace(`{${name}}`, value));
    })
    .map((path) => path.replace('{version}', '1').replace('{number}', '1'))
    .filter((path) => !path.includes('{'));
  const formats = ['json', 'decisions', 'csv&decisions=true', 'csv'];
  const exports = [`/api/v1/projects/${projectId}/export`, `/api/v1/articles/${articleId}/export`];
  return [
    ...paths,
    ...exports.flatMap((path) => formats.map((format) => `${path}?format=${format}`)),
    `/api/v1/projects/${projectId}/decisions?by=anyone`,
    `/api/v1/projects/${projectId}/decisions?by=anyone&current=false`,
    `/api/v1/projects/${projectId}/decisions?label=loaded_framing&as=near-miss`,
  ];
}

/** Addresses in which a hidden id appears that was not in the address itself. */
async function leaks(who: Viewer): Promise<string[]> {
  const found: string[] = [];
  for (const path of await everyRead()) {
    const { status, body } = await callRoute('GET', path, { as: who });
    if (status >= 500) found.push(`${status} ${path}`);
    const text = JSON.stringify(body);
    if (hidden.some((id) => text.includes(id) && !path.includes(id))) found.push(path);
    if (status === 200 && hidden.some((id) => path.includes(id))) found.push(path);
  }
  return found;
}

describe.each(['open', 'submitted'])('closed, with a consensus that is %s', (state) => {
  beforeAll(async () => {
    await publish(state);
  });

  test('no answer reveals a colleague’s annotation to an analyst, a viewer or a newcomer', async () => {
    const newcomer = await aMember(house.projectId, 'analyst');
    for (const who of [house.analysts[1], viewer, newcomer])
      expect({ who: who.name, leaks: await leaks(who) }).toEqual({ who: who.name, leaks: [] });
  });

  test('a manager reads all of it, so that the sweep is known to look in the right places', async () => {
    expect(rejected.length).toBeGreaterThan(1);
    expect((await leaks(house.manager)).length).toBeGreaterThan(20);
  });

  test('one’s own rejected annotation is shown with its reason, without counts', async () => {
    const [ada] = house.analysts;
    const where = { articleId: house.articleId, kind: 'reject' };
    const { id } = await db().decision.findFirstOrThrow({ where });
    const { status, body } = await callRoute('GET', `/api/v1/decisions/${id}`, { as: ada });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      quote: 'Nobody',
      reason: 'States a fact plainly',
      silent: null,
      kinds: [],
      rejectedLabels: ['loaded_framing'],
      versions: [{ count: 1, holders: [{ author: 'Ada' }] }],
    });
  });

  test('exports have the decisions that the API has, and no merges', async () => {
    const [, ben] = house.analysts;
    const path = `/api/v1/articles/${house.articleId}/export?format=json`;
    const { body } = await callRoute('GET', path, { as: ben });
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const exported = JSON.parse(text) as { articles: { decisions: object[]; merges: object[] }[] };
    expect(exported.articles[0]?.merges).toEqual([]);
    expect(exported.articles[0]?.decisions).toMatchObject([
      {
        quote: 'failed gamble',
        silent: null,
        kinds: [],
        rule: null,
        mergeId: null,
        rejectedLabels: [],
      },
      { quote: 'experts agree', silent: null, kinds: [], sources: [{ annotator: 'Ben' }] },
    ]);
    const api = await callRoute('GET', `/api/v1/projects/${house.projectId}/decisions?by=anyone`, {
      as: ben,
    });
    expect((api.body as { items: object[] }).items).toHaveLength(2);
  });

  test('nothing is found by hidden words or labels', async () => {
    const [, ben] = house.analysts;
    const count = async (who: Viewer, query: string) => {
      const path = `/api/v1/projects/${house.projectId}/decisions?by=anyone&${query}`;
      return ((await callRoute('GET', path, { as: who })).body as { items: object[] }).items.length;
    };
    // The unit that Ben's annotation is in begins with “jobs”, which is Cleo's.
    expect(await count(house.manager, 'text=jobs')).toBe(1);
    expect(await count(ben, 'text=jobs')).toBe(0);
    expect(await count(ben, 'text=experts')).toBe(1);
    expect(await count(house.manager, 'as=near-miss')).toBe(1);
    expect(await count(ben, 'as=near-miss')).toBe(0);
    expect(await count(house.analysts[0], 'as=near-miss')).toBe(1);
  });
});
