import { beforeAll, expect, test } from '@jest/globals';
import { apiChapterPages, filledPath, openPages, signedInPages } from '@/tests/harness/all-pages';
import { axe, isReady, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Page } from 'playwright-core';
import { signIn } from '@/tests/harness/session';
import { signInAs } from './sign-in-as';

const browser = useBrowser();
let server: RunningServer;
let ids: Record<string, string>;
let known: Page;
let unknown: Page;

beforeAll(async () => {
  server = await sharedServer();
  const session = await signIn(server.address);
  const { projectId } = await session.call<{ projectId: string }>('POST', '/api/v1/demo');
  const { items } = await session.call<{ items: { id: string }[] }>(
    'GET',
    `/api/v1/projects/${projectId}/articles`,
  );
  const { token } = await session.call<{ token: string }>(
    'POST',
    `/api/v1/projects/${projectId}/invitations`,
    { role: 'analyst' },
  );
  ids = { project: projectId, article: items[0]?.id ?? '', token };
  const context = await browser.lastingContext();
  await signInAs(context, session, server.address);
  known = await context.newPage();
  unknown = await (await browser.lastingContext()).newPage();
}, 240_000);

const looks = [
  ['a desk in the light', { width: 1280, height: 800 }, 'light'],
  ['a phone in the dark', { width: 390, height: 844 }, 'dark'],
] as const;

/** The look in which each page was seen last: the next address begins with it, and nothing is laid out anew. */
const seenIn = new Map<Page, string>();

/** What is wrong with a page in each of these looks; it is opened once. */
async function faultsOf(
  path: string,
  page: Page,
  inLooks: readonly (typeof looks)[number][] = looks,
) {
  const found: Record<string, unknown> = {};
  const [first] = inLooks.filter(([look]) => look === seenIn.get(page));
  const inOrder = first ? [first, ...inLooks.filter((one) => one !== first)] : inLooks;
  for (const [at, [look, viewport, colorScheme]] of inOrder.entries()) {
    seenIn.set(page, look);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    if (at === 0) await page.goto(server.address + filledPath(path, ids));
    // The page hears of the scheme after the browser; colours that change then are not yet its own.
    await page.waitForFunction(
      (scheme) => document.documentElement.dataset.mantineColorScheme === scheme,
      colorScheme,
    );
    await isReady(page);
    found[look] = {
      faults: await axe(page),
      isTooWide: await page.evaluate(
        () => document.documentElement.scrollWidth > window.innerWidth,
      ),
      isNamed: (await page.title()).endsWith('Parallax'),
    };
  }
  return found;
}

const sound = Object.fromEntries(
  looks.map(([look]) => [look, { faults: [], isTooWide: false, isNamed: true }]),
);

test.each(signedInPages)(
  '%s is sound on a desk in the light and a phone in the dark',
  async (path) => {
    expect(await faultsOf(path, known)).toEqual(sound);
  },
);

test.each(apiChapterPages)('%s is sound on a phone in the dark', async (path) => {
  const found = await faultsOf(path, known, [looks[1]]);
  expect(found).toEqual({ 'a phone in the dark': sound['a phone in the dark'] });
});

test.each(openPages)('%s is sound for nobody we know, in both looks', async (path) => {
  browser.expectError(/status of 404/);
  expect(await faultsOf(path, unknown)).toEqual(sound);
});
