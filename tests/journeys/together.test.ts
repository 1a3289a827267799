import { beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Page } from 'playwright-core';
import { useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';
import { click, drag, reads, shows } from './article-page';
import { signInAs } from './sign-in-as';

const text =
  'The regime’s failed gamble 😀 cost thousands of jobs.\nNobody asked them, experts agree.';

const browser = useBrowser();
let server: RunningServer;
let owner: Session;

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
}, 240_000);

/** An article in a project with this blind policy, and two analysts of it. */
async function aRoom(blind: string) {
  const project = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: `Together ${blind}`,
    blind,
  });
  const articleId = v7();
  const article = { id: articleId, title: 'Together', text, cleanup: 'none' };
  await owner.call('POST', `/api/v1/projects/${project.id}/articles`, article);
  const aMember = (name: string) => joinAs(server.address, owner, project.id, name, 'analyst');
  return { articleId, ada: await aMember('Ada Ames'), ben: await aMember('Ben Ode') };
}

/** Opens the article in a browser of their own, and keeps every frame that comes over its socket. */
async function atArticle(session: Session, articleId: string) {
  const context = await browser.context();
  await signInAs(context, session, server.address);
  const page = await context.newPage();
  const frames: string[] = [];
  const joined = new Promise<void>((resolve) => {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        frames.push(payload.toString());
        if (payload.toString().includes(`own/${articleId}`)) resolve();
      });
    });
  });
  await page.goto(`${server.address}/articles/${articleId}`);
  await page.locator('[aria-label="Article"]').waitFor();
  await joined;
  return { page, frames };
}

/** The words that are painted as colleagues’, in the order of the text. */
async function lined(page: Page, words: string[]): Promise<void> {
  const paintedNow = () =>
    page.evaluate(() =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith('colleague-'))
        .flatMap(([, highlight]) =>
          [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            return range.toString();
          }),
        ),
    );
  const until = Date.now() + 15_000;
  while (JSON.stringify(await paintedNow()) !== JSON.stringify(words) && Date.now() < until)
    await page.waitForTimeout(50);
  expect(await paintedNow()).toEqual(words);
}

async function annotation(page: Page, words: string, key: string): Promise<void> {
  await page.bringToFront();
  await drag(page, words);
  await page.keyboard.press(key);
}

test('where the project is open, two analysts see each other work, and a second device follows', async () => {
  const { articleId, ada, ben } = await aRoom('open');
  const [desk, other, phone] = [
    await atArticle(ada, articleId),
    await atArticle(ben, articleId),
    await atArticle(ada, articleId),
  ];
  const faceOf = ({ page }: typeof desk, name: string) =>
    page.getByRole('region', { name: 'Here now' }).getByRole('button', { name });
  await faceOf(desk, 'Ben Ode, at paragraph 1').waitFor();
  await faceOf(other, 'Ada Ames, at paragraph 1').waitFor();
  expect(await faceOf(desk, 'Ada').count()).toBe(0);

  await annotation(other.page, 'failed gamble', '1');
  await lined(desk.page, ['failed gamble']);
  await click(desk.page, 'failed');
  const here = desk.page.getByRole('region', { name: 'Colleagues here' });
  await here.getByText('Ben Ode').waitFor();
  expect(await here.innerText()).toMatch(/Ben Ode\s+Loaded framing\s+“failed gamble”/);
  await desk.page.keyboard.press('h');
  expect(await here.evaluate((card) => card === document.activeElement)).toBe(true);

  await other.page.bringToFront();
  await click(other.page, 'gamble');
  await other.page.keyboard.press(']');
  await lined(desk.page, ['failed gamble 😀 cost']);
  await other.page.keyboard.press('Delete');
  await lined(desk.page, []);
  await here.waitFor({ state: 'detached' });

  await annotation(phone.page, 'experts agree', '2');
  const agree = [{ label: 'unsupported_claim', words: 'experts agree' }];
  await shows(desk.page, agree);
  await lined(other.page, ['experts agree']);
  await phone.page.locator('[aria-label="Article"]').focus();
  await phone.page.keyboard.press('Control+z');
  await shows(desk.page, []);
  await lined(other.page, []);
  for (const { page } of [desk, phone]) await reads(page, 'All changes saved');

  await desk.page.context().close();
  await phone.page.context().close();
  await faceOf(other, 'Ada Ames').waitFor({ state: 'detached' });
}, 120_000);

test('before one has submitted there is nobody, in no frame; afterwards they are there', async () => {
  const { articleId, ada, ben } = await aRoom('after-submit');
  const one = await atArticle(ada, articleId);
  const other = await atArticle(ben, articleId);
  const benId = (await ben.call<{ id: string }>('GET', '/api/v1/me')).id;
  await annotation(other.page, 'failed gamble', '1');
  await reads(other.page, 'All changes saved');
  await annotation(one.page, 'experts agree', '2');
  await reads(one.page, 'All changes saved');
  // Something of her own has come over her line after he has worked: his would have come before it.
  const until = Date.now() + 10_000;
  const hasOwn = () => one.frames.some((frame) => frame.includes('experts agree'));
  while (!hasOwn() && Date.now() < until) await one.page.waitForTimeout(50);
  expect(hasOwn()).toBe(true);
  const received = one.frames.join('\n');
  for (const secret of ['failed gamble', benId, 'Ben Ode', 'layers/'])
    expect(received).not.toContain(secret);
  expect(await one.page.getByRole('region', { name: /^Here now|^Colleagues/ }).count()).toBe(0);

  await one.page.keyboard.press('Control+Enter');
  await one.page.getByRole('button', { name: 'Submit my annotations' }).click();
  await one.page.getByText('Submitted', { exact: true }).waitFor();
  await lined(one.page, ['failed gamble']);
  await one.page.getByRole('button', { name: /^Ben Ode/ }).waitFor();
  await annotation(other.page, 'Nobody', '1');
  await lined(one.page, ['failed gamble', 'Nobody']);
  expect(await other.page.getByRole('region', { name: 'Here now' }).count()).toBe(0);
}, 120_000);

test('an article that is archived under an analyst says so, and keeps what was not saved', async () => {
  const { articleId, ada } = await aRoom('open');
  const { page } = await atArticle(ada, articleId);
  browser.expectError(/Failed to load resource/);
  await page.context().route('**/layers/mine', (route) => route.abort());
  await annotation(page, 'failed gamble', '1');
  await reads(page, 'Offline: 1 changes waiting');
  await owner.call('DELETE', `/api/v1/articles/${articleId}`);
  await page.getByText('This article was archived, or is no longer open to you').waitFor();
  await page.context().unrouteAll();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('Loaded framing was not saved').waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Copy', exact: true }).waitFor();

  await page.reload();
  await page.getByRole('heading', { name: 'Your changes that were not saved' }).waitFor();
  await page.getByText('failed gamble').waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'Not found' }).waitFor();
  expect(await page.getByText('failed gamble').count()).toBe(0);
}, 120_000);
