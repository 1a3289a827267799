import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { v7 } from 'uuid';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import { axe, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs, readAs } from './colleague';
import { signInAs } from './sign-in-as';

const text = 'The regime’s failed gamble cost thousands of jobs, and nobody asked the people.';

const annotations: Record<string, [label: string, words: string][]> = {
  Ada: [
    ['loaded_framing', 'failed gamble'],
    ['loaded_framing', 'nobody asked'],
  ],
  Ben: [['loaded_framing', 'regime’s failed gamble']],
};

const browser = useBrowser();
let server: RunningServer;
let owner: Session;

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
}, 400_000);

/** The owner takes what Ben has of “failed gamble”, and rejects what Ada alone has. */
async function adjudicate(articleId: string) {
  const path = `/api/v1/articles/${articleId}/adjudication`;
  const { units } = await owner.call<AdjudicationWorkspace>('GET', path);
  for (const unit of units) {
    const held = unit.versions.flatMap(({ holders }) =>
      holders.flatMap(({ annotations: all }) => all),
    );
    const sources = held.map(({ annotationId, version }) => ({ annotationId, version }));
    const isGamble = unit.quote.includes('gamble');
    const widest = held.find(({ segments }) => segments[0]?.start === text.indexOf('regime'));
    const take = isGamble && widest ? [widest.annotationId] : [];
    await owner.call('PUT', `/api/v1/decisions/${v7()}`, {
      articleId,
      sources,
      currentDecisions: [],
      take,
      reasonKey: isGamble ? 'too-narrow' : 'plain-fact',
      reason: isGamble ? '' : 'Nobody was asked, the record shows.',
    });
  }
}

async function anAdjudicatedProject() {
  const { id: projectId } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Harbour closures',
    blind: 'after-submit',
  });
  const articleId = v7();
  await owner.call('POST', `/api/v1/projects/${projectId}/articles`, {
    id: articleId,
    title: 'The port closes',
    text,
    cleanup: 'none',
    source: 'The Gazette',
  });
  const people = new Map<string, Session>();
  for (const [name, marked] of Object.entries(annotations)) {
    const session = await joinAs(server.address, owner, projectId, name, 'analyst');
    const { layerId } = await readAs(session, articleId, text, marked);
    await session.call('PATCH', `/api/v1/layers/${layerId}`, { state: 'submitted' });
    people.set(name, session);
  }
  await adjudicate(articleId);
  return { projectId, articleId, ada: people.get('Ada') ?? owner };
}

const sees = (page: Page, words: string) => page.getByText(words).first().waitFor();

test('an analyst reads what changed and why, follows the reason to the case, and finds a label’s cases', async () => {
  const { projectId, articleId, ada } = await anAdjudicatedProject();
  const page = await browser.page({ permissions: ['clipboard-read', 'clipboard-write'] });
  await signInAs(page.context(), ada, server.address);
  await page.goto(`${server.address}/articles/${articleId}`);
  await page.getByRole('link', { name: 'See what changed in your work, and why' }).click();
  await page.getByRole('heading', { name: 'What changed in my work, and why' }).waitFor();
  await sees(page, '1 changed, 1 rejected.');
  await sees(page, 'Covers less than is meant');
  const rejected = page.getByRole('listitem').filter({ hasText: 'Only you annotated this' });
  await rejected.getByText('States a fact plainly. Nobody was asked').waitFor();
  expect(await axe(page)).toEqual([]);

  await rejected.getByRole('link', { name: 'Show the decision' }).click();
  await page.getByRole('heading', { name: 'Decision', exact: true }).waitFor();
  await sees(page, 'Rejected: no annotation here');
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  expect(cited).toContain('“nobody asked”');
  expect(cited).toContain('In “The port closes” (The Gazette), project “Harbour closures”.');
  expect(cited).toContain(page.url());
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'See it in the article' }).click();
  await page.waitForURL(/annotations\?layer=/);
  await page.locator('[aria-label="Article"]').getByText('failed gamble').waitFor();
  await page.getByText('nobody asked').first().waitFor();

  await page.goto(`${server.address}/projects/${projectId}/codebook`);
  const card = page.getByRole('article', { name: 'Loaded framing' });
  await card.getByRole('link', { name: '2 decisions' }).waitFor();
  await card.getByRole('link', { name: '1 near miss' }).click();
  await page.getByRole('heading', { name: 'Decision log' }).waitFor();
  const cases = page.getByRole('list', { name: 'Decisions', exact: true }).locator('> li');
  await cases.filter({ hasText: 'nobody asked' }).waitFor();
  expect(await cases.count()).toBe(1);
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Final label', { exact: true }).selectOption('');
  await cases.filter({ hasText: 'failed gamble' }).waitFor();
  await page.getByLabel('Passage or reason').fill('RECORD shows');
  await page.waitForURL(/text=RECORD/);
  await page.waitForFunction(
    () => document.querySelectorAll('ul[aria-label="Decisions"] > li').length === 1,
  );
  await page.getByLabel('Passage or reason').fill('100%');
  await sees(page, 'No decision matches these filters.');

  await page.goto(`${server.address}/projects/${projectId}`);
  await page.getByRole('link', { name: 'What changed in my work, and why' }).click();
  await page.getByRole('img', { name: '1 changed, 1 rejected' }).waitFor();
  expect(await axe(page)).toEqual([]);
}, 240_000);

test('a newcomer finds no case of what they have yet to read', async () => {
  const { projectId } = await anAdjudicatedProject();
  const page = await browser.page();
  const newcomer = await joinAs(server.address, owner, projectId, 'Newcomer', 'analyst');
  await signInAs(page.context(), newcomer, server.address);
  await page.goto(`${server.address}/projects/${projectId}/decisions`);
  await sees(page, 'There is no decision by people that you may see yet.');
  expect(await page.getByText('gamble').count()).toBe(0);
  await page.goto(`${server.address}/projects/${projectId}/changes`);
  await sees(page, 'Nothing is decided yet in the articles that you have submitted.');
  expect(await axe(page)).toEqual([]);
}, 120_000);
