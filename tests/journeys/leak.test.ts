import type { Role } from '@/lib/access/permission';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { v7 } from 'uuid';
import type { BlindPolicy } from '@/lib/project/project';
import type { TestLine } from '@/tests/harness/live-line';
import { aLine } from '@/tests/harness/live-line';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';

// Everything that an analyst can reach is read while nobody else works, and again after a colleague
// has worked: in a blind project both must be the same, to the letter.

jest.setTimeout(180_000);

type Ids = Record<string, string>;
type Described = { parameters?: { name: string; in: string }[] };
type Team = { owner: Session; ada: Session; ben: Session; adaId: string; benId: string; ids: Ids };

/** What a colleague writes, which nobody else can have written. */
const secret = 'quincunx-secret-of-ben';
const text = 'The regime’s failed gamble cost 😀 thousands of jobs.\n\nExperts agree on it.';

let server: RunningServer;
let owner: Session;
/** Every address that can be read, with the words that may be asked of it. */
let doors: { template: string; parameters: string[]; isPage: boolean }[];

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
  const { paths } = await owner.call<{ paths: Record<string, { get?: Described }> }>(
    'GET',
    '/api/v1/openapi.json',
  );
  const api = Object.entries(paths).flatMap(([template, { get }]) => {
    const parameters = (get?.parameters ?? [])
      .filter((one) => one.in === 'query')
      .map(({ name }) => name);
    return get ? [{ template, parameters, isPage: false }] : [];
  });
  const pages = (readdirSync('app', { recursive: true }) as string[])
    .filter((file) => file.endsWith('page.tsx'))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '').replace(/\[(\w+)\]/g, '{$1}')}`)
    .map((template) => ({ template, parameters: [], isPage: true }));
  doors = [...api, ...pages];
});

const aMember = (projectId: string, role: Role, name: string): Promise<Session> =>
  joinAs(server.address, owner, projectId, name, role);

const idOf = async (session: Session) =>
  (await session.call<{ id: string }>('GET', '/api/v1/me')).id;

async function aTeam(blind: BlindPolicy, role: Role = 'analyst'): Promise<Team> {
  const { id: projectId } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'A blind project',
    blind,
  });
  const { id: articleId } = await owner.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${projectId}/articles`,
    { title: 'An article', text },
  );
  const ada = await aMember(projectId, role, 'Ada');
  const ben = await aMember(projectId, 'analyst', 'Ben');
  const layer = await ben.call<{ id: string }>('PUT', `/api/v1/articles/${articleId}/layers/mine`);
  const ids = {
    projectId,
    articleId,
    layerId: layer.id,
    annotationId: v7(),
    threadId: v7(),
    commentId: v7(),
    version: '1',
  };
  return { owner, ada, ben, adaId: await idOf(ada), benId: await idOf(ben), ids };
}

/** What may be asked of an address, by the names of its questions. */
const words = ({ ids }: Team): Record<string, string[]> => ({
  text: [secret],
  format: ['csv', 'json'],
  offsetUnit: ['utf-16'],
  annotationId: [ids.annotationId ?? ''],
  unseen: ['true'],
  state: ['open'],
  sort: ['newest'],
});

/** Every address that an analyst can think of, filled in with ids that are there or will be. */
function addresses(team: Team): { path: string; isPage: boolean }[] {
  const { ids, adaId, benId } = team;
  return doors.flatMap(({ template, parameters, isPage }) => {
    const filled = [adaId, benId].map((userId) =>
      template.replace(/\{(\w+)\}/g, (_, name: string) =>
        name === 'userId' ? userId : (ids[name] ?? nowhere(name)),
      ),
    );
    const queries = parameters.flatMap((name) =>
      (words(team)[name] ?? []).map((word) => `?${name}=${word}`),
    );
    return [...new Set(filled)].flatMap((path) =>
      ['', ...queries].map((query) => ({ path: path + query, isPage })),
    );
  });
}

/** An id that is nowhere, the same each time. */
const nowhere = (name: string): string =>
  `0199${Buffer.from(name.padEnd(14, '_')).toString('hex').slice(0, 4)}-0000-7000-8000-000000000000`;

/** What may differ between two answers though nothing was done: the nonce of the page’s scripts. */
const plain = (body: string): string =>
  body.replace(/nonce="[^"]*"|"nonce":"[^"]*"|\\"nonce\\":\\"[^"]*\\"/g, '');

/**
 * The words of a page, each once, without the numbers that tie its pieces together: pieces come in more
 * orders than anybody has seen, and refer to those that came first.
 */
const wordsOf = (response: string): string =>
  [...new Set(response.split(/[^\p{L}\p{N}@._/-]+/u))]
    .filter((word) => !/^[A-Z]?[0-9a-f]{1,3}$|^\$|^T[0-9a-f]+$/.test(word))
    .sort()
    .join(' ');

const fetchText = async (session: Session, path: string): Promise<string> => {
  const answer = await session.fetch(path, { redirect: 'manual' });
  return `${answer.status} ${plain(await answer.text())}`;
};

/** Does it for each: pages one after another, since under load their pieces come in more orders. */
async function forEachOf(
  all: readonly { path: string; isPage: boolean }[],
  work: (one: { path: string; isPage: boolean }) => Promise<void>,
) {
  const rest = all.filter(({ isPage }) => !isPage).values();
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (const one of rest) await work(one);
    }),
  );
  for (const one of all.filter(({ isPage }) => isPage)) await work(one);
}

/** All answers, by address. The figures of the process are for whoever runs it, not for members. */
async function everything(
  session: Session,
  team: Team,
  of: 'all' | 'api',
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  await forEachOf(addresses(team), async ({ path, isPage }) => {
    if (path.startsWith('/api/metrics') || (isPage && of === 'api')) return;
    const responses = new Set([await fetchText(session, path)]);
    if (isPage) responses.add(await fetchText(session, path));
    found.set(path, responses);
  });
  return found;
}

/**
 * The addresses that never again answer as they did. Pages come in pieces whose order chance decides,
 * so they are asked a few times: one that can still look as before, or has the same words, tells nothing.
 */
async function changed(
  session: Session,
  team: Team,
  before: Map<string, Set<string>>,
): Promise<string[]> {
  const found: string[] = [];
  await forEachOf(addresses(team), async ({ path, isPage }) => {
    const responses = before.get(path);
    if (responses === undefined) return;
    let isSame = false;
    for (let tries = 0; !isSame && tries < (isPage ? 20 : 1); tries++)
      isSame = responses.has(await fetchText(session, path));
    const sameWords = async () => {
      const words = wordsOf(await fetchText(session, path));
      return [...responses].some((response) => wordsOf(response) === words);
    };
    if (!isSame && !(isPage && (await sameWords()))) found.push(path);
  });
  return found.sort();
}

async function lineOf(session: Session): Promise<TestLine> {
  return aLine(server.address, { cookie: session.cookie, origin: server.address });
}

/** Every room that one can think of; answers those that were open. */
async function joinAll(line: TestLine, { ids, adaId, benId }: Team): Promise<string[]> {
  const rooms = [
    `own/${ids.articleId}/${adaId}`,
    `own/${ids.articleId}/${benId}`,
    `layers/${ids.articleId}`,
    `consensus/${ids.articleId}`,
    `draft/${ids.articleId}`,
    `guidelines/${ids.projectId}`,
  ];
  const open: string[] = [];
  for (const room of rooms) if (await line.join(room)) open.push(room.split('/')[0] ?? '');
  return open;
}

/** Ben marks, changes, takes back, talks, mentions Ada, and moves about. */
async function work({ ben, ids, adaId, benId }: Team): Promise<void> {
  const at = `/api/v1/layers/${ids.layerId}/annotations`;
  const put = { label: 'loaded_framing', segments: [{ start: 4, end: 12 }] };
  await ben.call('PUT', `${at}/${ids.annotationId}`, { ...put, note: secret });
  await ben.call('PUT', `${at}/${ids.annotationId}`, { ...put, note: `${secret} again` });
  const other = v7();
  await ben.call('PUT', `${at}/${other}`, { ...put, segments: [{ start: 13, end: 19 }] });
  await ben.call('DELETE', `${at}/${other}`);
  const comment = { id: ids.commentId, body: secret, mentions: [adaId] };
  await ben.call('PUT', `/api/v1/threads/${ids.threadId}`, {
    articleId: ids.articleId,
    annotationId: ids.annotationId,
    comment,
  });
  await ben.call('PUT', `/api/v1/threads/${v7()}`, {
    articleId: ids.articleId,
    segments: [{ start: 4, end: 12 }],
    comment: { body: secret, mentions: [adaId] },
  });
  const line = await lineOf(ben);
  const room = `own/${ids.articleId}/${benId}`;
  await line.join(room);
  const { revisionId } = { revisionId: v7() };
  line.send(room, { kind: 'here', revisionId, at: 7, selection: [{ start: 4, end: 12 }] });
  await line.next('nothing', 300).catch(() => undefined);
  await line.close();
}

/**
 * What a person comes to know while Ben works: every address that answers otherwise, every frame. With
 * `of: 'api'` no page is asked: that is for those who may know, of whom it is seen that these tests
 * would notice.
 */
async function learnt(session: Session, team: Team, of: 'all' | 'api' = 'all') {
  const line = await lineOf(session);
  const open = await joinAll(line, team);
  const before = await everything(session, team, of);
  const frames = line.frames.length;
  await work(team);
  const changedPaths = await changed(session, team, before);
  const received = line.frames.slice(frames).map(String);
  await line.close();
  return { open, changedPaths, received };
}

async function submit(session: Session, { ids }: Team): Promise<void> {
  const path = `/api/v1/articles/${ids.articleId}/layers/mine`;
  const { id } = await session.call<{ id: string }>('PUT', path);
  await session.call('PATCH', `/api/v1/layers/${id}`, { state: 'submitted' });
}

describe('a colleague’s work comes to', () => {
  test.each<[BlindPolicy, Role, boolean, string[]]>([
    ['after-submit', 'analyst', false, ['own']],
    ['closed', 'analyst', false, ['own']],
    // Its consensus is not published.
    ['closed', 'analyst', true, ['own']],
    ['after-submit', 'viewer', false, ['own', 'consensus']],
    ['closed', 'viewer', false, ['own']],
  ])('nobody: %s, %s, submitted %s', async (blind, role, isSubmitted, rooms) => {
    const team = await aTeam(blind, role);
    if (isSubmitted) await submit(team.ada, team);
    const { open, changedPaths, received } = await learnt(team.ada, team);
    expect(open).toEqual(rooms);
    expect(changedPaths).toEqual([]);
    expect(received).toEqual([]);
  });

  test.each<[BlindPolicy, boolean]>([
    ['open', false],
    ['after-submit', true],
  ])('whoever may see it: %s, submitted %s', async (blind, isSubmitted) => {
    const team = await aTeam(blind);
    if (isSubmitted) await submit(team.ada, team);
    const { open, changedPaths, received } = await learnt(team.ada, team, 'api');
    expect(open).toEqual(['own', 'layers', 'consensus']);
    const { ids } = team;
    expect(changedPaths).toEqual(
      expect.arrayContaining([
        `/api/v1/layers/${ids.layerId}/annotations`,
        `/api/v1/annotations/${ids.annotationId}/history`,
        `/api/v1/articles/${ids.articleId}/export?format=csv`,
        `/api/v1/articles/${ids.articleId}/export?format=json`,
        `/api/v1/articles/${ids.articleId}/threads`,
        '/api/v1/me/mentions',
      ]),
    );
    expect(received.join('')).toContain(secret);
    expect(received.join('')).toContain('"kind":"person"');
  });

  test('no stranger, and no word of it to the figures of the process', async () => {
    const team = await aTeam('open');
    const other = await aTeam('open');
    const { open, changedPaths, received } = await learnt(other.ada, team);
    expect([open, changedPaths, received]).toEqual([[], [], []]);
    const figures = await (await team.ada.fetch('/api/metrics')).text();
    for (const word of [secret, 'Ben', team.benId, ...Object.values(team.ids)])
      if (word !== '1') expect(figures).not.toContain(word);
  });
});
