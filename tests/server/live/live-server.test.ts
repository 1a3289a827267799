import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { removeAnnotation } from '@/lib/annotation/annotations';
import { changeRole, removeMember } from '@/lib/project/members';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { endSessions } from '@/lib/access/sessions';
import { makeToken, revokeToken } from '@/lib/access/tokens';
import type { Viewer } from '@/lib/access/viewer';
import { closeDb } from '@/lib/db';
import type { LiveChannel } from '@/lib/live/live-channel';
import { changeProject } from '@/lib/project/change-project';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { signedIn } from '@/tests/builders/signed-in';
import { expectConsoleError } from '@/tests/harness/expected-errors';
import type { TestLine } from '@/tests/harness/live-line';
import { aLine, aLiveServer, lineHeaders } from '@/tests/harness/live-line';

let live: Awaited<ReturnType<typeof aLiveServer>>;

beforeEach(async () => {
  live = await aLiveServer();
});

afterEach(() => live.stop());

const own = (articleId: string, { userId }: Viewer): LiveChannel => ({
  kind: 'own',
  articleId,
  userId,
});
const layersChannel = (articleId: string): LiveChannel => ({ kind: 'layers', articleId });

async function aTeam(blind: 'open' | 'after-submit' | 'closed') {
  const { projectId, owner } = await aProject({ blind });
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const { articleId, revisionId } = await anArticle(projectId);
  return { projectId, owner, ada, ben, articleId, revisionId };
}

describe('who comes to the door', () => {
  const sessionOf = (ada: Viewer) => lineHeaders(ada, live.address);

  test.each<[string, (ada: Viewer) => Promise<Record<string, string>>, number]>([
    [
      'another site’s page',
      async (ada) => ({ ...(await sessionOf(ada)), origin: 'https://evil.example' }),
      403,
    ],
    [
      'a page without an origin',
      async (ada) => ({ cookie: (await sessionOf(ada)).cookie ?? '' }),
      403,
    ],
    ['a token that is none', async () => ({ authorization: 'Bearer plx_guess' }), 401],
    ['another host', async () => ({ host: 'evil.example' }), 421],
  ])('refuses %s', async (_, headersOf, status) => {
    const headers = await headersOf(await aPerson());
    await expect(aLine(live.address, headers)).rejects.toThrow(`server response: ${status}`);
  });

  test('an unauthenticated person, a stranger and an unknown channel are refused', async () => {
    const { articleId, ada } = await aTeam('open');
    const nobody = await aLine(live.address);
    expect(await nobody.join(layersChannel(articleId))).toBe(false);
    const stranger = await live.lineOf(await aPerson());
    expect(await stranger.join(layersChannel(articleId))).toBe(false);
    const foreign = await live.lineOf(ada);
    expect(await foreign.join('secrets')).toBe(false);
    expect(await foreign.ended).toMatchObject({ code: 4404 });
  });

  test('an upgrade that is not ours is answered as a page', async () => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' };
    const { request } = await import('node:http');
    const body = await new Promise<string>((resolve, reject) => {
      request(`${live.address}/`, { method: 'POST', headers }, (answer) => {
        answer.setEncoding('utf8').on('data', resolve);
      })
        .on('error', reject)
        .end('a body');
    });
    expect(body).toBe('a page');
  });

  test('a token opens what its person may see, as long as it holds', async () => {
    const { articleId, ada } = await aTeam('open');
    const { id, token } = await makeToken(await signedIn(ada), {
      name: 'script',
      scopes: ['read'],
    });
    const line = await aLine(live.address);
    expect(await line.join(layersChannel(articleId), token)).toBe(true);
    await revokeToken(await signedIn(ada), id);
    expect(await line.ended).toMatchObject({ code: 4401 });
  });
});

test('during an outage of the database nobody is denied: the connection closes, to connect again', async () => {
  const { articleId, ada, owner, projectId } = await aTeam('open');
  const { id: draftId } = await aDraft(owner, projectId);
  expectConsoleError(/Can't reach database server/);
  const channels: [Viewer, LiveChannel][] = [
    [ada, layersChannel(articleId)],
    [owner, { kind: 'draft', draftId }],
  ];
  const { DATABASE_URL } = process.env;
  for (const [viewer, channel] of channels) {
    const line = await live.lineOf(viewer);
    await closeDb();
    process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing';
    expect(await line.join(channel)).toBe(false);
    expect(await line.ended).toMatchObject({ code: 1013 });
    await closeDb();
    process.env.DATABASE_URL = DATABASE_URL;
    expect(await (await live.lineOf(viewer)).join(channel)).toBe(true);
  }
});

describe('layers', () => {
  test('annotations, changes and removals are published to those who may see them', async () => {
    const { articleId, ada, ben } = await aTeam('open');
    const line = await live.lineOf(ben);
    expect(await line.join(layersChannel(articleId))).toBe(true);
    const { id, layerId } = await anAnnotation(ada, articleId, { note: 'a note' });
    expect(await line.next('layer')).toMatchObject({ layer: { layerId, author: ada.name } });
    expect(await line.next('changes')).toMatchObject({
      layerId,
      before: 0,
      eventCount: 1,
      offsetUnit: 'utf-16',
      put: [{ id, note: 'a note', version: 1 }],
      removed: [],
    });
    await removeAnnotation(ada, layerId, id, { ifMatch: null, idempotencyKey: null });
    expect(await line.next('changes')).toMatchObject({
      before: 1,
      eventCount: 2,
      put: [],
      removed: [{ id, version: 2 }],
    });
  });

  test('messages reach the person’s other devices, and nobody else without access', async () => {
    const { articleId, ada, ben } = await aTeam('closed');
    const [mine, other] = [await live.lineOf(ada), await live.lineOf(ben)];
    expect(await mine.join(own(articleId, ada))).toBe(true);
    expect(await other.join(own(articleId, ada))).toBe(false);
    const { id } = await anAnnotation(ada, articleId);
    expect(await mine.next('changes')).toMatchObject({ put: [{ id }] });
    expect(other.received).toEqual([]);
  });
});

describe('blind policy', () => {
  test('opens with one’s own submission, and closes within the second when the policy does', async () => {
    const { projectId, owner, articleId, ada, ben } = await aTeam('after-submit');
    const line = await live.lineOf(ben);
    const first = await live.lineOf(ben);
    expect(await first.join(layersChannel(articleId))).toBe(false);
    expect(await line.join(own(articleId, ben))).toBe(true);
    const { layer } = await openMyLayer(ben, articleId);
    await changeLayerState(ben, layer.id, 'submitted');
    await line.next('rights');
    expect(await line.join(layersChannel(articleId))).toBe(true);
    await changeProject(owner, projectId, { blind: 'closed' });
    await line.next('rights');
    expect(line.left).toEqual([
      { channel: `layers/${articleId}`, reason: 'You no longer have access to this channel.' },
    ]);
    const receivedBefore = line.received.length;
    await anAnnotation(ada, articleId);
    await line.join(own(articleId, ada)).catch(() => false);
    expect(line.received).toHaveLength(receivedBefore);
  });

  test.each([
    [
      'a member who is removed',
      async ({ owner, projectId, ben }: Team) => removeMember(owner, projectId, ben.userId),
    ],
    [
      'a project that is archived',
      async ({ owner, projectId }: Team) => changeProject(owner, projectId, { archived: true }),
    ],
  ])('lets go of %s', async (_, action) => {
    const team = await aTeam('open');
    const line = await live.lineOf(team.ben);
    expect(await line.join(layersChannel(team.articleId))).toBe(true);
    expect(await line.join(own(team.articleId, team.ben))).toBe(true);
    await action(team);
    await until(() => line.left.length === 2);
  });

  test('lets go of a manager who is made an analyst from the texts that managers write', async () => {
    const { projectId, owner } = await aTeam('open');
    const manager = await aMember(projectId, 'manager');
    const { id: draftId } = await aDraft(owner, projectId);
    const line = await live.lineOf(manager);
    expect(await line.join({ kind: 'draft', draftId })).toBe(true);
    expect(await line.join({ kind: 'guidelines', projectId })).toBe(true);
    await changeRole(owner, projectId, manager.userId, 'analyst');
    await until(() => line.left.length === 2);
  });

  test('closes the connections of a person whose sessions were ended', async () => {
    const { articleId, ben } = await aTeam('open');
    const line = await live.lineOf(ben);
    await line.join(layersChannel(articleId));
    await endSessions(ben);
    expect(await line.ended).toMatchObject({ code: 4401 });
  });
});

describe('presence', () => {
  test('is published to those who may see it, with the person’s name', async () => {
    const { articleId, revisionId, owner, ada, ben } = await aTeam('after-submit');
    const [manager, mine, colleague] = [
      await live.lineOf(owner),
      await live.lineOf(ada),
      await live.lineOf(ben),
    ];
    expect(await manager.join(layersChannel(articleId))).toBe(true);
    expect(await manager.next('people')).toEqual({ kind: 'people', people: [] });
    await mine.join(own(articleId, ada));
    await colleague.join(own(articleId, ben));
    const here = { kind: 'here', revisionId, at: 12, selection: [{ start: 4, end: 10 }] };
    mine.send(own(articleId, ada), here);
    const { person } = (await manager.next('person')) as unknown as {
      person: Record<string, unknown>;
    };
    const { kind: _, ...whereabouts } = here;
    expect(person).toMatchObject({ userId: ada.userId, name: ada.name, ...whereabouts });
    const late = await live.lineOf(owner);
    await late.join(layersChannel(articleId));
    expect(await late.next('people')).toMatchObject({ people: [{ userId: ada.userId }] });
    await mine.close();
    expect(await manager.next('left')).toEqual({ kind: 'left', pageId: person.pageId });
    expect(colleague.received).toEqual([]);
  });
});

type Team = Awaited<ReturnType<typeof aTeam>>;

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 500) throw new Error('It never came to hold.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a server that stops closes its connections with the reason', async () => {
  const { articleId, ben } = await aTeam('open');
  const line: TestLine = await live.lineOf(ben);
  await line.join(layersChannel(articleId));
  await live.stop();
  expect(await line.ended).toMatchObject({ code: 1012 });
  live = await aLiveServer();
});
