import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { startServer } from '@/tests/harness/running-server';
import { click, csvOf, drag, painted, reads, shows, textOf } from './article-page';

const browser = useBrowser();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ withOwner: false });
}, 240_000);

afterAll(async () => {
  await server.stop();
});

/** Signs up by the welcome link and creates a project. */
async function comeIn(page: Page): Promise<void> {
  const link = /http\S+\/welcome\/\S+/.exec(server.output())?.[0] ?? '';
  await page.goto(link);
  await page.getByLabel('Name').fill('Ada Analyst');
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByLabel(/^Password/).fill('correct horse battery');
  await page.getByLabel(/demo project/).uncheck();
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('link', { name: 'New project' }).first().click();
  await page.getByLabel('Name').fill('Quay Street');
  await page.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('heading', { name: 'Quay Street' }).waitFor();
}

async function signInAgain(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.goto(server.address);
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByLabel(/^Password/).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Quay Street' }).click();
}

async function bringIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add an article' }).first().click();
  await page.getByLabel('Title').fill('Fog over the ferry');
  await page.getByLabel(/^Text/).fill(await readFile('tests/texts/messy-article.txt', 'utf8'));
  await page.getByRole('button', { name: 'Lock the text' }).click();
  await page.waitForURL(/\/articles\//);
  await page.locator('[aria-label="Article"]').waitFor();
}

test('welcome, sign in, paste, mark by mouse and keys, reload, mend, undo, and take home', async () => {
  const page = await browser.page();
  await comeIn(page);
  await signInAgain(page);
  await bringIn(page);

  const text = await textOf(page);
  expect(text).toContain('so-called “Friends of the Ferry” say that they are losing patience');
  expect(text).toContain('anti-Chinese/Russian motion by two members');

  await drag(page, '“Friends of the Ferry”');
  await page.keyboard.press('1');
  await drag(page, 'It is recalled that a first estimate');
  await page
    .getByRole('toolbar', { name: 'Label the selection' })
    .getByRole('button')
    .nth(1)
    .click();
  await drag(page, '“We were promised a pier,”');
  await drag(page, '“and what we (have been) given is a drawing of one.”', ['Control']);
  await page.keyboard.press('3');

  // The rest without a mouse: from where the caret is, a word on, and the sentence there.
  await click(page, 'Not everybody');
  await page.keyboard.press('w');
  await page.keyboard.press('1');
  const marked = [
    { label: 'loaded_framing', words: '“Friends of the Ferry”' },
    {
      label: 'direct_quote',
      words: '“We were promised a pier,”“and what we (have been) given is a drawing of one.”',
    },
    { label: 'unsupported_claim', words: 'It is recalled that a first estimate' },
    { label: 'loaded_framing', words: 'everybody' },
  ];
  await shows(page, marked);
  await reads(page, 'All changes saved');

  await page.reload();
  await shows(page, marked);

  await click(page, 'everybody');
  await page.keyboard.press('2');
  await page.keyboard.press(']');
  const mended = [...marked.slice(0, 3), { label: 'unsupported_claim', words: 'everybody wants' }];
  await shows(page, mended);
  await page.keyboard.press('Delete');
  await shows(page, marked.slice(0, 3));
  await page.reload();
  await shows(page, marked.slice(0, 3));
  await page.locator('[aria-label="Article"]').focus();
  await page.keyboard.press('Control+z');
  await shows(page, mended);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await shows(page, marked);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await shows(page, mended);
  await reads(page, 'All changes saved');

  const rows = await csvOf(page);
  const characters = Array.from(await textOf(page));
  const quoteAt = ([start, end]: [number, number]) => characters.slice(start, end).join('');
  expect(rows.map(({ label, quote }) => ({ label, words: quote?.replaceAll(' … ', '') }))).toEqual(
    await painted(page),
  );
  for (const { segments = '[]', quote } of rows) {
    const spans = JSON.parse(segments) as [number, number][];
    expect(spans.map(quoteAt).join(' … ')).toBe(quote);
  }
}, 180_000);

/** Makes the browser take its time to commit, as it does on a busy disk, until the page is reloaded. */
async function slowDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function slow(this: IDBDatabase, names, mode, options) {
      const opened = transaction.call(this, names, mode, options);
      const [name = ''] = opened.objectStoreNames;
      const until = Date.now() + 1000;
      const goOn = () => {
        if (Date.now() < until) opened.objectStore(name).count().onsuccess = goOn;
      };
      if (mode === 'readwrite') goOn();
      return opened;
    };
  });
}

test('a reload loses nothing that the disk has not taken yet', async () => {
  const page = await browser.page();
  await signInAgain(page);
  await bringIn(page);
  await slowDisk(page);
  await drag(page, '“Friends of the Ferry”');
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  const marked = [{ label: 'unsupported_claim', words: '“Friends of the Ferry”' }];
  await shows(page, marked);
  await page.reload();
  await shows(page, marked);
  await page.locator('button[aria-label^="Undo"]:not([aria-disabled="true"])').waitFor();
  await page.locator('[aria-label="Article"]').focus();
  await page.keyboard.press('Control+z');
  await shows(page, [{ label: 'loaded_framing', words: '“Friends of the Ferry”' }]);
  await page.keyboard.press('Control+Shift+z');
  await shows(page, marked);
  await reads(page, 'All changes saved');
  expect((await csvOf(page)).map(({ label, quote }) => ({ label, words: quote }))).toEqual(marked);
}, 180_000);
