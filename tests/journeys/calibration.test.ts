import { beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';
import { drag, reads, shows } from './article-page';
import { signInAs } from './sign-in-as';

jest.setTimeout(120_000);

const browser = useBrowser();
const text = 'The regime’s failed gamble cost thousands of jobs.\nNobody knows why, insiders fear.';
let server: RunningServer;
let owner: Session;
let ada: Session;
let nora: Session;
let ids: { project: string; resolved: string; usual: string };

const joinAnalyst = (project: string, name: string): Promise<Session> =>
  joinAs(server.address, owner, project, name, 'analyst');

/** One marks, submits, and the article is settled by what all say: that one. */
async function adjudicate(article: string, reader: Session): Promise<void> {
  const { id } = await reader.call<{ id: string }>(
    'PUT',
    `/api/v1/articles/${article}/layers/mine`,
  );
  const put = ['failed gamble', 'insiders fear'].map((words, at) => {
    const start = text.indexOf(words);
    const segments = [{ start, end: start + words.length }];
    return { label: at === 0 ? 'loaded_framing' : 'unsupported_claim', segments };
  });
  await reader.call('POST', `/api/v1/layers/${id}/annotations:batch`, {
    put,
    offsetUnit: 'utf-16',
  });
  await reader.call('PATCH', `/api/v1/layers/${id}`, { state: 'submitted' });
  await owner.call('POST', `/api/v1/articles/${article}/merges`, {});
  const { items } = await owner.call<{ items: { id: string; kind: string }[] }>(
    'GET',
    `/api/v1/articles/${article}/layers`,
  );
  const consensus = items.find(({ kind }) => kind === 'consensus');
  await owner.call('PATCH', `/api/v1/layers/${consensus?.id ?? ''}`, { state: 'submitted' });
}

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
  const { id: project } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Learning',
    blind: 'open',
  });
  const add = async (title: string) =>
    (
      await owner.call<{ id: string }>('POST', `/api/v1/projects/${project}/articles`, {
        title,
        text,
      })
    ).id;
  ids = { project, resolved: await add('The gamble'), usual: await add('Another day') };
  ada = await joinAnalyst(project, 'Ada');
  await adjudicate(ids.resolved, ada);
  nora = await joinAnalyst(project, 'Nora');
}, 300_000);

async function as(session: Session): Promise<Page> {
  const context = await browser.context();
  await signInAs(context, session, server.address);
  return context.newPage();
}

const go = (page: Page, path: string) => page.goto(server.address + path);

async function annotation(page: Page, words: string, key: string): Promise<void> {
  await page.locator('[aria-label="Article"] p').first().waitFor();
  await drag(page, words);
  await page.keyboard.press(key);
  await reads(page, 'All changes saved');
}

async function submit(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Submit my annotations' }).press('Enter');
  await page.getByRole('link', { name: 'See what the consensus has, and why' }).press('Enter');
  await page.getByRole('heading', { name: 'Your calibration' }).waitFor();
}

test('a manager makes a settled article one to begin with, and says how', async () => {
  const page = await as(owner);
  await go(page, `/projects/${ids.project}`);
  const more = page.getByRole('button', { name: 'More for The gamble' });
  await more.press('Enter');
  await page.getByRole('menuitem', { name: 'Use as calibration' }).press('Enter');
  await page.getByText('Calibration', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'More for Another day' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Use as calibration' }).count()).resolves.toBe(0);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Settings' }).press('Enter');
  await page.getByRole('textbox', { name: 'Pass mark' }).fill('0.9');
  await page.getByRole('switch', { name: 'Calibration comes first' }).press('Space');
  await page.getByRole('button', { name: 'Move “Does not fit the definition” up' }).press('Enter');
  await page.getByRole('button', { name: 'Add a reason' }).press('Enter');
  await page.keyboard.type('Said in jest');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save adjudication settings' }).press('Enter');
  await reads(page, 'Saved.');
  const rules = await owner.call<{ reasons: { key: string }[]; passMark: number }>(
    'GET',
    `/api/v1/projects/${ids.project}/adjudication-settings`,
  );
  expect(rules).toMatchObject({ passMark: 0.9, calibrationGate: true });
  const keys = rules.reasons.map(({ key }) => key);
  expect([keys[0], keys[1], keys.at(-1)]).toEqual(['does-not-fit', 'fits', 'said-in-jest']);
});

test('a new analyst labels it first, learns why, and tries again from the bare text', async () => {
  const page = await as(nora);
  await go(page, `/articles/${ids.usual}`);
  await page.getByText('Not open to you yet').waitFor();
  await go(page, `/projects/${ids.project}`);
  const first = page.getByRole('region', { name: 'Annotate these first' });
  await first.getByText('Not annotated yet').waitFor();
  await first.getByRole('link', { name: 'The gamble' }).press('Enter');
  await page.getByText('This is a calibration article').waitFor();
  await annotation(page, 'failed gamble', '1');
  await annotation(page, 'Nobody knows why', '2');
  await submit(page);
  await page.getByText(/^Not passed: 0\.\d\d; the pass mark was 0\.90\.$/).waitFor();
  await page.getByRole('img', { name: /pass, all labels must reach 0\.90/ }).waitFor();
  const places = page.getByRole('listitem').filter({ has: page.getByRole('heading') });
  await expect(places.getByRole('heading').allInnerTexts()).resolves.toEqual([
    'Only you annotated this',
    'You annotated nothing here',
  ]);
  await places.nth(1).getByText('All annotators agreed.').waitFor();
  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: 'Try again…' }).press('Enter');
  await page.getByRole('button', { name: 'Begin again' }).press('Enter');
  await page.getByText('This is a calibration article').waitFor();
  await shows(page, []);
  await annotation(page, 'failed gamble', '1');
  await annotation(page, 'insiders fear', '2');
  await submit(page);
  await page.getByText('Attempt 2. Passed: 1.00; the pass mark was 0.90.').waitFor();
  await page.getByText('All annotations are as in the consensus.').waitFor();
  await page.getByRole('link', { name: 'Attempt 1' }).press('Enter');
  await page.getByText(/^Attempt 1\. Not passed/).waitFor();

  await go(page, `/articles/${ids.usual}`);
  await annotation(page, 'failed gamble', '1');
});

test('competence is drawn for oneself and for managers, and for nobody else', async () => {
  const noras = await as(nora);
  await go(noras, `/projects/${ids.project}/performance`);
  await noras.getByRole('heading', { name: 'My agreement with consensus' }).waitFor();
  await noras.getByRole('img', { name: /^F1 by characters by month/ }).waitFor();
  expect(await axe(noras)).toEqual([]);

  const page = await as(owner);
  await go(page, `/projects/${ids.project}/performance`);
  await expect(page.getByRole('rowheader').allInnerTexts()).resolves.toEqual(['Ada', 'Nora']);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'Nora' }).press('Enter');
  await page.getByRole('heading', { name: 'Agreement of Nora with consensus' }).waitFor();
  await page.getByRole('link', { name: 'The gamble, attempt 2' }).press('Enter');
  await page.getByRole('heading', { name: 'Calibration of Nora' }).waitFor();

  const hers = await as(ada);
  browser.expectError(/status of 404/);
  const { pathname, search, searchParams } = new URL(page.url());
  for (const path of [
    pathname + search,
    `/projects/${ids.project}/performance?user=${searchParams.get('user') ?? ''}`,
  ]) {
    await go(hers, path);
    await hers.getByRole('heading', { name: 'Not found' }).waitFor();
    await expect(hers.getByText('Nora').count()).resolves.toBe(0);
  }
});
