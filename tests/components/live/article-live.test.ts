import { changeLayerState } from '@/lib/annotation/layers';
import { archiveArticle } from '@/lib/article/change-article';
import { isAboutRights } from '@/components/live/page-access';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { LiveEvent } from '@/components/live/article-live';
import { changeProject } from '@/lib/project/change-project';
import { aLivePage } from '@/tests/builders/a-live-page';
import type { LivePage } from '@/tests/builders/a-live-page';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { eventually } from '@/tests/builders/an-outbox';
import { aLiveServer } from '@/tests/harness/live-line';

let server: Awaited<ReturnType<typeof aLiveServer>>;
const pages: LivePage[] = [];

beforeEach(async () => {
  server = await aLiveServer();
});

afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await server.stop();
});

async function aRoom(blind: 'open' | 'after-submit' | 'closed') {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId);
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const pageOf = async (viewer: typeof ada) => {
    const page = await aLivePage(server.address, viewer, articleId);
    pages.push(page);
    await page.isIn('own');
    return page;
  };
  return { projectId, articleId, owner, ada, ben, pageOf };
}

const here = (at: number, revisionId: string) => ({
  kind: 'here' as const,
  revisionId,
  at,
  selection: [],
});
const revision = '01890000-0000-7000-8000-000000000000';

const messagesOf = ({ happened }: LivePage, kind: string) =>
  happened.flatMap((event) =>
    event.kind === 'message' && event.message.kind === kind ? [event.message] : [],
  );

test('each receives the other’s changes where the project is open', async () => {
  const { ada, ben, articleId, pageOf } = await aRoom('open');
  const [one, other] = [await pageOf(ada), await pageOf(ben)];
  await one.isIn('layers');
  expect(other.live.send(here(7, revision))).toBe(true);
  await eventually(() =>
    expect(messagesOf(one, 'person')).toMatchObject([{ person: { name: ben.name, at: 7 } }]),
  );
  const { id } = await anAnnotation(ben, articleId);
  await eventually(() => expect(messagesOf(one, 'changes')).toMatchObject([{ put: [{ id }] }]));
});

test('submitting opens others’ layers, on a connection that was denied them before', async () => {
  const { ada, ben, articleId, pageOf } = await aRoom('after-submit');
  await anAnnotation(ben, articleId);
  const { layerId } = await anAnnotation(ada, articleId);
  const one = await pageOf(ada);
  // A workspace that claims more than is open.
  one.live.follow({ layers: true, consensus: false });
  await eventually(() =>
    expect(one.happened).toContainEqual({ kind: 'left', channel: 'layers', why: 'denied' }),
  );
  await changeLayerState(ada, layerId, 'submitted');
  await eventually(() => expect(messagesOf(one, 'rights').length).toBeGreaterThan(0));
  await one.refresh();
  await one.isIn('layers');
  await one.isIn('own');
});

test('a channel that closes is left at once', async () => {
  const { projectId, owner, ada, pageOf } = await aRoom('open');
  const page = await pageOf(ada);
  await page.isIn('layers');
  await changeProject(owner, projectId, { blind: 'closed' });
  await eventually(() =>
    expect(page.happened).toContainEqual({ kind: 'left', channel: 'layers', why: 'closed' }),
  );
  await eventually(() => expect(messagesOf(page, 'rights').length).toBeGreaterThan(0));
  await page.refresh();
  await page.isIn('own');
});

test('archiving an article removes its analysts from every channel for good', async () => {
  const { articleId, owner, ada, pageOf } = await aRoom('open');
  const page = await pageOf(ada);
  await page.isIn('layers');
  await archiveArticle(owner, articleId);
  for (const channel of ['own', 'layers'] as const)
    await eventually(() =>
      expect(page.happened).toContainEqual({ kind: 'left', channel, why: 'denied' }),
    );
});

test.each<[LiveEvent, boolean, boolean]>([
  [{ kind: 'message', channel: 'own', message: { kind: 'rights' } }, true, true],
  [{ kind: 'message', channel: 'own', message: { kind: 'reread' } }, true, false],
  [{ kind: 'joined', channel: 'own' }, false, false],
  [{ kind: 'joined', channel: 'own' }, true, true],
  [{ kind: 'joined', channel: 'layers' }, true, false],
  [{ kind: 'left', channel: 'layers', why: 'connection' }, true, false],
  [{ kind: 'left', channel: 'layers', why: 'self' }, true, false],
  [{ kind: 'left', channel: 'layers', why: 'closed' }, true, true],
  [{ kind: 'left', channel: 'own', why: 'rejected' }, true, true],
])('whether %j (joined before: %s) is about rights', (event, isJoined, expected) => {
  expect(isAboutRights(event, isJoined)).toBe(expected);
});
