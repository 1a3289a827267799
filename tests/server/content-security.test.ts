import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { useBrowser } from '../harness/browser';
import type { RunningServer } from '../harness/running-server';
import { owner, startServer } from '../harness/running-server';

const browser = useBrowser();
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
}, 300_000);
afterAll(() => server.stop());

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

test('no other page may frame ours', async () => {
  browser.expectError(/frame-ancestors|X-Frame-Options|refused/i);
  const page = await browser.page();
  await page.setContent(`<iframe src="${server.address}/sign-in"></iframe>`);
  const frame = page.frames()[1];
  await page.waitForTimeout(500);
  expect(await frame?.getByRole('button').count()).toBe(0);
}, 120_000);
