import { beforeAll, expect, test } from '@jest/globals';
import { isReady, useBrowser } from '../harness/browser';
import type { RunningServer } from '../harness/running-server';
import { owner, sharedServer } from '../harness/running-server';
import { signIn } from '../harness/session';
import { signInAs } from '../journeys/sign-in-as';

const browser = useBrowser();
let server: RunningServer;
beforeAll(async () => {
  server = await sharedServer();
}, 300_000);

test('pages come to life under their own policy, and sign in by a form', async () => {
  const page = await browser.page();
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${server.address}/`);
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name.endsWith('session-token'))).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
  });
}, 120_000);

test('a script that somebody slips into a page does not run', async () => {
  browser.expectError(/Content Security Policy/);
  const page = await browser.page();
  await page.goto(`${server.address}/sign-in`);
  const ran = await page.evaluate(async () => {
    const held = window as unknown as { slipped?: boolean };
    const holder = document.createElement('div');
    holder.innerHTML = '<img src="data:," onerror="window.slipped = true">';
    document.body.append(holder);
    const script = document.createElement('script');
    script.textContent = 'window.slipped = true';
    document.head.insertAdjacentHTML('beforeend', script.outerHTML);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return held.slipped === true;
  });
  expect(ran).toBe(false);
}, 120_000);

test('styles come from us or with the nonce; a style element that somebody slips in is not taken', async () => {
  browser.expectError(/Content Security Policy/);
  const page = await browser.page();
  const answer = await page.goto(`${server.address}/sign-in`);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/style-src 'self' 'nonce-[^']+'; style-src-attr 'unsafe-inline'/);
  const outline = await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    return getComputedStyle(document.body).outlineWidth;
  });
  expect(outline).not.toBe('7px');
}, 120_000);

test('what pages write into themselves is let in: menus, dialogs, the article, another page after it', async () => {
  const page = await browser.page();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  const session = await signIn(server.address);
  await signInAs(page.context(), session, server.address);
  const { projectId } = await session.call<{ projectId: string }>('POST', '/api/v1/demo');
  await page.goto(`${server.address}/projects/${projectId}`);
  await isReady(page);
  await page.getByRole('button', { name: /account and settings/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.keyboard.press('Escape');
  const { items } = await session.call<{ items: { id: string; title: string }[] }>(
    'GET',
    `/api/v1/projects/${projectId}/articles`,
  );
  await page
    .getByRole('link', { name: items[0]?.title ?? '' })
    .first()
    .click();
  await page.locator('[aria-label="Article"]').waitFor();
  await isReady(page);
  await page.locator('[aria-label="Article"]').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect(violations).toEqual([]);
}, 120_000);

test('no other page may frame ours', async () => {
  browser.expectError(/frame-ancestors|X-Frame-Options|refused/i);
  const page = await browser.page();
  await page.setContent(`<iframe src="${server.address}/sign-in"></iframe>`);
  const frame = page.frames()[1];
  await page.waitForTimeout(500);
  expect(await frame?.getByRole('button').count()).toBe(0);
}, 120_000);
