import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';
import { drag, reads } from './article-page';
import { signInAs } from './sign-in-as';

const browser = useBrowser();
let server: RunningServer;
let owner: Session;
let ada: Session;
let path: string;

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
  const { id: projectId } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Discussed',
    blind: 'open',
  });
  const text = 'The failed gamble cost thousands of jobs.\nNobody knows why.';
  const article = await owner.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${projectId}/articles`,
    {
      title: 'The gamble',
      text,
    },
  );
  path = `/articles/${article.id}`;
  ada = await joinAs(server.address, owner, projectId, 'Ada Analyst', 'analyst');
}, 300_000);

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;

async function as(session: Session, look: object, at = path): Promise<Page> {
  const context = await browser.context(look);
  await signInAs(context, session, server.address);
  const page = await context.newPage();
  await page.goto(server.address + at);
  if (at === path) await page.locator('[aria-label="Article"] p').first().waitFor();
  return page;
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const sign = (page: Page) => page.getByRole('button', { name: /^\d+ comments?, 1 open: failed/ });

test('words are discussed from the keyboard, answered from a phone, and settled', async () => {
  const page = await as(owner, desk);
  await drag(page, 'failed gamble');
  await page.keyboard.press('d');
  await page.keyboard.type('Is this fair, @ada');
  await page.getByRole('option', { name: 'Ada Analyst' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('or not?');
  expect(await field(page, 'Start a discussion').innerText()).toBe(
    'Is this fair, @Ada Analyst or not?',
  );
  await page.keyboard.press('Control+Enter');
  await page.getByRole('list', { name: 'Comments' }).getByText('@Ada Analyst').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sign(page).waitFor();

  const other = await as(ada, phone, '/mentions');
  await other.getByText('Is this fair, @Ada Analyst or not?').waitFor();
  expect(await axe(other)).toEqual([]);
  await other.getByRole('link', { name: 'The gamble' }).click();
  await other.getByRole('list', { name: 'Comments' }).waitFor();
  expect(await axe(other)).toEqual([]);
  await field(other, 'Reply').fill('I think so.');
  await other.getByRole('button', { name: 'Reply', exact: true }).click();
  await other.getByRole('listitem').filter({ hasText: 'I think so.' }).waitFor();

  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByRole('button', { name: /^2 comments, 1 open: failed/ }).click();
  await page.getByText('I think so.').waitFor();
  await page.getByRole('button', { name: 'Resolve' }).click();
  await page.getByRole('region', { name: /^Resolved by you: failed gamble/ }).waitFor();
  await page.getByRole('button', { name: '2 comments', exact: true }).click();
  await page.getByRole('button', { name: 'Reopen' }).waitFor();
}, 180_000);

test('a highlight is discussed in its card, and what is said can be changed and taken back', async () => {
  const page = await as(owner, desk);
  await drag(page, 'thousands of jobs');
  await page.keyboard.press('1');
  await reads(page, 'All changes saved');
  await page.keyboard.press('d');
  await page.keyboard.type('Who counted?');
  await page.keyboard.press('Control+Enter');
  const comment = page.getByRole('listitem').filter({ hasText: 'Who counted?' }).last();
  await comment.waitFor();
  expect(await axe(page)).toEqual([]);
  await comment.getByRole('button', { name: 'Edit or delete' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await field(page, 'Edit the comment').fill('Who has counted them?');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const changed = page.getByRole('listitem').filter({ hasText: 'Who has counted them?' }).last();
  await changed.getByText('edited').waitFor();
  await changed.getByRole('button', { name: 'Edit or delete' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await changed.waitFor({ state: 'detached' });
}, 120_000);

test('what cannot be sent stays in its field, in words', async () => {
  browser.expectError(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  const page = await as(owner, desk);
  await drag(page, 'Nobody knows why');
  await page.keyboard.press('d');
  await page.keyboard.type('Does nobody?');
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
  expect(await field(page, 'Start a discussion').innerText()).toBe('Does nobody?');
  await page.context().setOffline(false);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('list', { name: 'Comments' }).getByText('Does nobody?').waitFor();
}, 120_000);
