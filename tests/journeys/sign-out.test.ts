import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axe, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';
import { drag, reads, shows } from './article-page';
import { signInAs } from './sign-in-as';

const browser = useBrowser();
let server: RunningServer;
let articleId: string;
let ada: Session;
let ben: Session;

beforeAll(async () => {
  server = await sharedServer();
}, 240_000);

beforeEach(async () => {
  const owner = await signIn(server.address);
  const { id } = await owner.call<{ id: string }>('POST', '/api/v1/projects', { name: 'Leaving' });
  const article = { title: 'Left', text: 'The regime’s failed gamble cost thousands of jobs.' };
  const added = await owner.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${id}/articles`,
    article,
  );
  articleId = added.id;
  ada = await joinAs(server.address, owner, id, 'Ada', 'analyst');
  ben = await joinAs(server.address, owner, id, 'Ben', 'analyst');
  browser.expectError(/net::ERR_|Failed to load resource|Failed to fetch/);
});

async function atArticle(context: BrowserContext, session: Session): Promise<Page> {
  await signInAs(context, session, server.address);
  const page = await context.newPage();
  await page.goto(`${server.address}/articles/${articleId}`);
  await page.locator('[aria-label="Article"]').waitFor();
  return page;
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /account and settings/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

/** How many rows each table has, and the names of what is kept for one person. */
const storedIn = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('parallax-outbox');
    await new Promise((resolve) => (open.onsuccess = resolve));
    const names = [...open.result.objectStoreNames];
    const tx = open.result.transaction(names);
    const counts = await Promise.all(
      names.map(
        (name) =>
          new Promise<number>((resolve) => {
            const count = tx.objectStore(name).count();
            count.onsuccess = () => resolve(count.result);
          }),
      ),
    );
    open.result.close();
    const keys = Object.keys(localStorage).filter((key) =>
      /parallax-(?:journal|unwanted)/.test(key),
    );
    return { rows: counts.reduce((sum, count) => sum + count, 0), keys };
  });

test('what waits is named before one signs out; once it is sent, nothing of one stays', async () => {
  const context = await browser.context();
  const page = await atArticle(context, ada);
  await context.route('**/layers/**', (route) => route.abort());
  await drag(page, 'failed gamble');
  await page.keyboard.press('1');
  await reads(page, 'Offline: 1 changes waiting').catch(() =>
    reads(page, 'Offline: 1 change waiting'),
  );
  await leave(page);
  const dialog = page.getByRole('dialog', { name: 'Some changes are not saved yet' });
  await dialog.getByText('1 change waits to be sent').waitFor();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect((await storedIn(page)).rows).toBeGreaterThan(0);
  await context.unrouteAll();
  await leave(page);
  await page.waitForURL(/\/sign-in/);
  expect(await storedIn(page)).toEqual({ rows: 0, keys: [] });
  const layer = await ada.fetch(`/api/v1/articles/${articleId}/layers`);
  // Signed out: the cookie may still be told of by the server, which is not this test's question.
  expect([200, 401]).toContain(layer.status);
}, 90_000);

test('kept changes are their author’s alone: another who signs in neither sees nor sends them', async () => {
  const context = await browser.context();
  const page = await atArticle(context, ada);
  await context.route('**/layers/**', (route) => route.abort());
  await drag(page, 'failed gamble');
  await page.keyboard.press('1');
  await leave(page);
  const dialog = page.getByRole('dialog', { name: 'Some changes are not saved yet' });
  await dialog.getByRole('button', { name: 'Sign out and keep them in this browser' }).click();
  await page.waitForURL(/\/sign-in/);
  expect((await storedIn(page)).rows).toBeGreaterThan(0);
  await context.unrouteAll();
  const other = await atArticle(context, ben);
  await reads(other, 'All changes saved');
  await shows(other, []);
  const { items } = await ben.call<{ items: { annotations: number }[] }>(
    'GET',
    `/api/v1/articles/${articleId}/layers`,
  );
  expect(items.every(({ annotations }) => annotations === 0)).toBe(true);
}, 90_000);
