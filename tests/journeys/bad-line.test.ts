import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { BrowserContext, Page } from 'playwright-core';
import { useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { startServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { csvOf, drag, reads, shows } from './article-page';
import { signInAs } from './sign-in-as';

const text =
  'The regime’s failed gamble 😀 cost thousands of jobs.\nNobody asked them, experts agree.';
const gamble = { label: 'loaded_framing', words: 'failed gamble' };
const agree = { label: 'unsupported_claim', words: 'experts agree' };

const browser = useBrowser();
let server: RunningServer;
let session: Session;
let articleId: string;

beforeAll(async () => {
  server = await startServer();
}, 240_000);

afterAll(async () => {
  await server.stop();
});

beforeEach(async () => {
  session = await signIn(server.address);
  const project = await session.call<{ id: string }>('POST', '/api/v1/projects', { name: 'Line' });
  articleId = v7();
  const article = { id: articleId, title: 'A line', text, cleanup: 'none' };
  await session.call('POST', `/api/v1/projects/${project.id}/articles`, article);
  browser.expectError(/net::ERR_|Failed to load resource|Failed to fetch/);
});

async function signedIn(): Promise<BrowserContext> {
  const context = await browser.context();
  await signInAs(context, session, server.address);
  return context;
}

async function atArticle(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.address}/articles/${articleId}`);
  await page.locator('[aria-label="Article"]').waitFor();
  return page;
}

async function annotation(page: Page, words: string, key: string): Promise<void> {
  await drag(page, words);
  await page.keyboard.press(key);
}

test('what is marked without a line waits, survives a reload, and is saved when the line is back', async () => {
  const context = await signedIn();
  const page = await atArticle(context);
  await context.setOffline(true);
  await annotation(page, 'failed gamble', '1');
  await annotation(page, 'experts agree', '2');
  await shows(page, [gamble, agree]);
  await reads(page, 'Offline: 2 changes waiting');
  expect(await csvOf(page)).toEqual([]);

  // The tab is closed; the page is opened again with a line that carries pages but no writing.
  await page.close();
  await context.setOffline(false);
  await context.route('**/api/v1/layers/**', (route) => route.abort());
  await context.route('**/layers/mine', (route) => route.abort());
  const again = await atArticle(context);
  await shows(again, [gamble, agree]);
  await reads(again, 'Offline: 2 changes waiting');

  await context.unrouteAll();
  await again.evaluate(() => window.dispatchEvent(new Event('online')));
  await reads(again, 'All changes saved');
  expect((await csvOf(again)).map(({ label, quote }) => ({ label, words: quote }))).toEqual([
    gamble,
    agree,
  ]);
}, 90_000);

test('two tabs of one analyst agree, while marking and while undoing', async () => {
  const context = await signedIn();
  const [one, two] = [await atArticle(context), await atArticle(context)];
  await one.bringToFront();
  await annotation(one, 'failed gamble', '1');
  await shows(two, [gamble]);
  await two.bringToFront();
  await annotation(two, 'experts agree', '2');
  await shows(one, [gamble, agree]);
  await one.bringToFront();
  await one.locator('[aria-label="Article"]').focus();
  await one.keyboard.press('Control+z');
  await one.keyboard.press('Control+z');
  await shows(one, []);
  await shows(two, []);
  await one.keyboard.press('Control+Shift+z');
  await shows(two, [gamble]);
  for (const page of [one, two]) await reads(page, 'All changes saved');
  expect((await csvOf(one)).map(({ quote }) => quote)).toEqual(['failed gamble']);
}, 90_000);

test('a server that dies under the analyst loses nothing', async () => {
  const context = await signedIn();
  const page = await atArticle(context);
  await annotation(page, 'failed gamble', '1');
  await reads(page, 'All changes saved');
  await server.kill();
  await annotation(page, 'experts agree', '2');
  await reads(page, 'Offline: 1 changes waiting');
  const { port } = new URL(server.address);
  server = await startServer({ dataFolder: server.dataFolder, env: { PORT: port } });
  await reads(page, 'All changes saved');
  await page.reload();
  await shows(page, [gamble, agree]);
  expect((await csvOf(page)).map(({ quote }) => quote)).toEqual(['failed gamble', 'experts agree']);
}, 120_000);
