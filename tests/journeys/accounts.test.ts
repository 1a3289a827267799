import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, isReady, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';
import { signInAs } from './sign-in-as';

const browser = useBrowser();
let server: RunningServer;
let olive: Session;
let projectId: string;

beforeAll(async () => {
  server = await sharedServer();
  olive = await signIn(server.address);
  const project = await olive.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Accounts',
  });
  projectId = project.id;
}, 240_000);

const pathOf = (page: Page) => new URL(page.url()).pathname;
const waitForPath = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);

async function membersPage(): Promise<Page> {
  const context = await browser.context();
  await signInAs(context, olive, server.address);
  const page = await context.newPage();
  await page.goto(`${server.address}/projects/${projectId}/members`);
  return page;
}

test('an owner makes a link, and the member sets a new password by it', async () => {
  const ada = await joinAs(server.address, olive, projectId, 'Ada', 'analyst');
  const page = await membersPage();
  await page.getByRole('button', { name: 'Analyst: role of Ada' }).click();
  await page.getByRole('menuitem', { name: 'Reset the password…' }).click();
  await page.getByRole('button', { name: 'Create link' }).click();
  const field = page.getByRole('textbox', { name: 'Link for Ada to set a new password' });
  const url = await field.inputValue();
  expect(url).toMatch(/\/reset\/[\w-]{43}$/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await axe(page)).toEqual([]);

  const adas = await browser.page();
  await adas.goto(url);
  await waitForPath(adas, '/reset');
  await adas.getByLabel('New password', { exact: true }).fill('password123');
  await adas.getByText('not a common password').waitFor({ state: 'detached' });
  browser.expectError(/422/);
  await adas.getByRole('button', { name: 'Set password and sign in' }).click();
  await adas.getByText('This password is easy to guess').first().waitFor();
  // A reload finds the link again, though the address no longer has it.
  await adas.reload();
  await adas.getByRole('heading', { name: 'Set a new password' }).waitFor();
  await waitForPath(adas, '/reset');
  await isReady(adas);
  expect(await axe(adas)).toEqual([]);
  await adas.getByLabel('New password', { exact: true }).fill('staple staple staple');
  await adas.getByRole('button', { name: 'Set password and sign in' }).click();
  await adas.getByRole('link', { name: 'Accounts' }).waitFor();
  expect((await ada.fetch('/api/v1/me')).status).toBe(401);
  await adas.goto(url);
  await adas.getByText('This link is no longer valid').waitFor();
});

test('an owner disables an account, sees it, and enables it again', async () => {
  const bob = await joinAs(server.address, olive, projectId, 'Bob', 'viewer');
  const page = await membersPage();
  const menu = page.getByRole('button', { name: 'Viewer: role of Bob' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Disable the account…' }).click();
  await page.getByRole('button', { name: 'Disable account' }).click();
  await page.getByText('Account disabled').waitFor();
  expect((await bob.fetch('/api/v1/me')).status).toBe(401);
  await isReady(page);
  expect(await axe(page)).toEqual([]);
  await menu.click();
  expect(await page.getByRole('menuitem', { name: 'Reset the password…' }).count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Enable the account…' }).click();
  await page.getByRole('button', { name: 'Enable account' }).click();
  await page.getByText('The account of Bob is enabled again.').waitFor();
  await page.getByText('Account disabled').waitFor({ state: 'detached' });
});

test('an invitation leaves the address bar, and is there again after a reload and after signing in', async () => {
  const { url } = await olive.call<{ url: string }>(
    'POST',
    `/api/v1/projects/${projectId}/invitations`,
    { role: 'viewer' },
  );
  const page = await browser.page();
  const referrers: (string | undefined)[] = [];
  page.on('request', (request) => referrers.push(request.headers().referer));
  await page.goto(url);
  await waitForPath(page, '/invitations');
  await page.getByText('Create an account').waitFor();
  await page.reload();
  await page.getByText('Create an account').waitFor();
  await waitForPath(page, '/invitations');
  expect(referrers.filter((referrer) => referrer?.includes(url.slice(-43)))).toEqual([]);
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await waitForPath(page, '/sign-in');
  expect(page.url()).not.toContain(url.slice(-43));
  await page.goBack();
  await page.getByText('Create an account').waitFor();
  expect(pathOf(page)).toBe('/invitations');
});

test('who comes without the link is told to open it again', async () => {
  const page = await browser.page();
  for (const path of ['/invitations', '/welcome']) {
    await page.goto(server.address + path);
    await page.getByText('Open your link again').waitFor();
  }
  await page.goto(`${server.address}/sign-in`);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByText('Ask an owner or a manager of your project').waitFor();
});
