import { listAnnotations } from '@/lib/annotation/annotations';
import { readDraftText } from '@/lib/article/read-draft';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { WebSocket } from 'ws';
import { Doc, XmlElement, XmlText } from 'yjs';
import { callApi } from '@/components/ui/api';
import { makeToken } from '@/lib/access/tokens';
import type { Viewer } from '@/lib/access/viewer';
import { readHistory } from '@/lib/annotation/read-history';
import type { LiveChannel } from '@/lib/live/live-channel';
import { channelName } from '@/lib/live/live-channel';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import type { Tab } from '@/tests/builders/an-outbox';
import { aTab, closeAll, eventually } from '@/tests/builders/an-outbox';
import { signedIn } from '@/tests/builders/signed-in';
import { aBalancer } from '@/tests/harness/balancer';
import { aLine, lineHeaders } from '@/tests/harness/live-line';
import type { Postgres } from '@/tests/harness/postgres';
import { startPostgres } from '@/tests/harness/postgres';
import type { Redis } from '@/tests/harness/redis';
import { startRedis } from '@/tests/harness/redis';
import type { RunningServer } from '@/tests/harness/running-server';
import { startServer } from '@/tests/harness/running-server';
import { signIn, trySignIn } from '@/tests/harness/session';

const minutes = 60_000;
const text = 'The regime said the loaded claim was true, but critics say otherwise. '.repeat(20);
let postgres: Postgres;
let redis: Redis;
let servers: RunningServer[] = [];
let env: Record<string, string>;

const one = () => servers[0] as RunningServer;
const other = () => servers[1] as RunningServer;

beforeAll(async () => {
  [postgres, redis] = [await startPostgres(), await startRedis()];
  env = {
    DATABASE_URL: await postgres.newDatabase('many'),
    REDIS_URL: redis.url,
    PARALLAX_SECRET: 'a secret that all of them know, long enough',
    PARALLAX_DRAIN: '1',
  };
  servers = await Promise.all([startServer({ env }), startServer({ env })]);
  process.env.DATABASE_URL = env.DATABASE_URL;
  process.env.NEXTAUTH_SECRET = env.PARALLAX_SECRET;
}, 10 * minutes);

afterAll(async () => {
  await closeAll();
  await Promise.all(servers.map((server) => server.stop()));
  await postgres?.stop();
  await redis?.stop();
}, minutes);

const layersChannel = (articleId: string): LiveChannel => ({ kind: 'layers', articleId });

async function aTeam() {
  const { projectId, owner } = await aProject({ blind: 'open' });
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const { articleId, revisionId } = await anArticle(projectId, { text });
  return { projectId, owner, ada, ben, articleId, revisionId };
}

const lineOf = async (viewer: Viewer, { address }: RunningServer) =>
  aLine(address, await lineHeaders(viewer, address));

/** Sends a request to a server as a signed-in person. */
async function request(
  viewer: Viewer,
  { address }: RunningServer,
  ...asked: [string, string, unknown?]
): Promise<{ id: string }> {
  const [method, path, body] = asked;
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { ...(await lineHeaders(viewer, address)), 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  expect([path, answer.ok]).toEqual([path, true]);
  return (await answer.json().catch(() => ({ id: '' }))) as { id: string };
}

test('two that start at once make one owner, whom both know', async () => {
  const made = servers.filter((server) => server.output().includes('Olive Owner can sign in'));
  expect(made).toHaveLength(1);
  const olive = await signIn(one().address);
  const { cookie } = olive;
  const answer = await fetch(`${other().address}/api/v1/me`, { headers: { cookie } });
  expect(await answer.json()).toMatchObject({ name: 'Olive Owner' });
});

test('sign-in attempts are counted together', async () => {
  const statuses: number[] = [];
  for (let tries = 0; tries < 11; tries++) {
    const { address } = servers[tries % 2] as RunningServer;
    statuses.push((await trySignIn(address, 'eve@example.org', 'a wrong password')).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
});

test('an annotation that is made at one arrives at the other', async () => {
  const { articleId, ada, ben } = await aTeam();
  const line = await lineOf(ben, other());
  expect(await line.join(layersChannel(articleId))).toBe(true);
  const layer = await request(ada, one(), 'PUT', `/articles/${articleId}/layers/mine`);
  const [id, path] = [v7(), `/layers/${layer.id}/annotations`];
  const segments = [{ start: 4, end: 10 }];
  await request(ada, one(), 'PUT', `${path}/${id}`, { label: 'loaded_framing', segments });
  expect(await line.next('changes')).toMatchObject({ put: [{ id }], eventCount: 1 });
  await line.close();
});

test('who is at one is seen at the other, by those who come later too', async () => {
  const { articleId, revisionId, ada, ben } = await aTeam();
  const watching = await lineOf(ben, other());
  await watching.join(layersChannel(articleId));
  const mine = await lineOf(ada, one());
  const own: LiveChannel = { kind: 'own', articleId, userId: ada.userId };
  await mine.join(own);
  mine.send(own, { kind: 'here', revisionId, at: 12, selection: [] });
  expect(await watching.next('person')).toMatchObject({ person: { userId: ada.userId, at: 12 } });
  const late = await lineOf(ben, other());
  await late.join(layersChannel(articleId));
  expect(await late.next('people')).toMatchObject({ people: [{ userId: ada.userId }] });
  await mine.close();
  expect(await watching.next('left')).toMatchObject({ kind: 'left' });
  await Promise.all([watching.close(), late.close()]);
});

test('who ends their sessions at one is out at the other within five seconds', async () => {
  const { articleId, ada } = await aTeam();
  const line = await lineOf(ada, other());
  expect(await line.join(layersChannel(articleId))).toBe(true);
  const began = performance.now();
  await request(ada, one(), 'DELETE', '/me/sessions');
  expect(await line.ended).toMatchObject({ code: 4401 });
  expect(performance.now() - began).toBeLessThan(5_000);
  const { address } = other();
  const headers = await lineHeaders(ada, address);
  await eventually(async () => {
    expect((await fetch(`${address}/api/v1/me`, { headers })).status).toBe(401);
  });
});

test('who is disabled at one is out at the other, by session and by token', async () => {
  const { projectId, owner } = await aProject();
  const ada = await aMember(projectId, 'analyst');
  const { token } = await makeToken(await signedIn(ada), { name: 'x', scopes: ['read'] });
  const { address } = other();
  const bySession = await lineHeaders(ada, address);
  const statusOf = async (headers: Record<string, string>) =>
    (await fetch(`${address}/api/v1/me`, { headers })).status;
  const all = [bySession, { authorization: `Bearer ${token}` }];
  for (const headers of all) expect(await statusOf(headers)).toBe(200);
  const path = `/projects/${projectId}/members/${ada.userId}/account`;
  await request(owner, one(), 'PATCH', path, { disabled: true });
  await eventually(async () => {
    for (const headers of all) expect(await statusOf(headers)).toBe(401);
  }, 2_000);
});

test('a session ended at one is forgotten at the other at once, and others go on', async () => {
  const { articleId, ada } = await aTeam();
  const [lost, remaining] = [await signedIn(ada), await signedIn(ada)];
  const { address } = other();
  const status = async (viewer: Viewer) => {
    const headers = await lineHeaders(viewer, address);
    return (await fetch(`${address}/api/v1/me`, { headers })).status;
  };
  const line = await lineOf(lost, other());
  expect(await line.join(layersChannel(articleId))).toBe(true);
  expect([await status(lost), await status(remaining)]).toEqual([200, 200]);
  await request(remaining, one(), 'DELETE', `/me/sessions/${lost.sessionId}`);
  expect(await line.ended).toMatchObject({ code: 4401 });
  expect([await status(lost), await status(remaining)]).toEqual([401, 200]);
});

/** A page that has a shared text open at a server. */
async function aTextPage(viewer: Viewer, { address }: RunningServer, channel: LiveChannel) {
  const headers = await lineHeaders(viewer, address);
  class PageSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
    }
  }
  const url = `${address.replace(/^http/, 'ws')}/live`;
  const line = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: PageSocket });
  const document = new Doc();
  const page = new HocuspocusProvider({
    websocketProvider: line,
    name: channelName(channel),
    token: 'session',
    document,
  });
  page.attach();
  await eventually(() => expect(page.isSynced).toBe(true), 20_000);
  return {
    text: document.getXmlFragment('default'),
    close() {
      page.destroy();
      line.destroy();
    },
  };
}

test('a text that is written at both is one text, on both and on disk', async () => {
  const { projectId, owner } = await aProject();
  const manager = await aMember(projectId, 'manager');
  const { id: draftId } = await aDraft(owner, projectId, { text: 'One.' });
  const channel: LiveChannel = { kind: 'draft', draftId };
  const pages = [
    await aTextPage(owner, one(), channel),
    await aTextPage(manager, other(), channel),
  ];
  for (const [at, words] of ['Ada.', 'Ben.'].entries()) {
    const paragraph = new XmlElement('paragraph');
    paragraph.insert(0, [new XmlText(words)]);
    const { text: written } = pages[at] ?? {};
    written?.insert(written.length, [paragraph]);
  }
  await eventually(async () => {
    const [mine, theirs] = pages.map((page) => page.text.toJSON());
    expect(mine).toEqual(theirs);
    expect((await readDraftText(owner, draftId)).split('\n').sort()).toEqual([
      'Ada.',
      'Ben.',
      'One.',
    ]);
  }, 20_000);
  for (const page of pages) page.close();
});

/** Stops a server as a service manager does, and starts it again at its address. */
async function restart(at: number): Promise<void> {
  const server = servers[at] as RunningServer;
  expect(await server.stop('SIGTERM')).toBe(0);
  expect(server.output()).not.toMatch(/error|unexpectedly/i);
  const { port } = new URL(server.address);
  servers[at] = await startServer({ env: { ...env, PORT: port }, dataFolder: server.dataFolder });
}

test(
  'a rolling restart of both, while people write, loses nothing and doubles nothing',
  async () => {
    const { articleId, projectId, ada, ben } = await aTeam();
    const addresses = servers.map(({ address }) => address);
    const balancers = await Promise.all(
      [ada, ben].map((viewer) => aBalancer(addresses, (address) => lineHeaders(viewer, address))),
    );
    const lines = await Promise.all(servers.map((server) => lineOf(ben, server)));
    for (const line of lines) expect(await line.join(layersChannel(articleId))).toBe(true);

    const content = { label: 'loaded_framing', attributes: {}, note: '', confidence: null };
    const written: string[][] = [[], []];
    let goesOn = true;
    const hands = [ada, ben].map(async (analyst, at) => {
      const { address = '' } = balancers[at] ?? {};
      const call: typeof callApi = (method, path, body, options) =>
        callApi(method, `${address}${path}`, body, options);
      const seat = { analyst, articleId, projectId, line: { call } as never };
      const tab = await aTab(seat, { call });
      for (let turn = 0; goesOn; turn = (turn + 1) % 20) {
        const segments = [{ start: turn * 70 + 4, end: turn * 70 + 10 }];
        written[at]?.push(tab.add({ ...content, segments }));
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      return tab;
    });

    await eventually(() => expect(written[0]?.length).toBeGreaterThan(10), minutes);
    await restart(0);
    expect(await lines[0]?.ended).toMatchObject({ code: 1012 });
    await restart(1);
    expect(await lines[1]?.ended).toMatchObject({ code: 1012 });
    await eventually(() => expect(balancers[0]?.sent.size).toBe(2), minutes);
    goesOn = false;
    const tabs = await Promise.all(hands);
    const isSaved = (tab: Tab) => expect(tab.shown().save).toEqual({ kind: 'saved' });
    for (const tab of tabs) await eventually(() => isSaved(tab), minutes);

    for (const [at, analyst] of [ada, ben].entries()) {
      const layerId = tabs[at]?.replica.layerId ?? '';
      const query = { limit: 1000, offsetUnit: 'utf-16' as const };
      const { items } = await listAnnotations(analyst, layerId, query);
      expect(items.map(({ id }) => id).sort()).toEqual(written[at]?.sort());
      for (const { id } of items)
        expect((await readHistory(analyst, id, query)).items).toHaveLength(1);
    }
    await Promise.all(balancers.map((balancer) => balancer.close()));
  },
  5 * minutes,
);
