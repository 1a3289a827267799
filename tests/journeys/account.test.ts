import { totpCode } from '@/lib/access/second-factor-codes';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { v7 } from 'uuid';
import { axe, isReady, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import { inDatabaseOf } from '@/tests/harness/server-database';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';
import { signInAs } from './sign-in-as';

jest.setTimeout(120_000);

const browser = useBrowser();
const password = 'correct horse battery';
let server: RunningServer;
let owner: Session;
let projectId: string;

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
  ({ id: projectId } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: v7(),
  }));
}, 240_000);

async function aVisit() {
  const session = await joinAs(server.address, owner, projectId, 'Ada', 'analyst');
  const { id, email } = await session.call<{ id: string; email: string }>('GET', '/api/v1/me');
  const context = await browser.context();
  await signInAs(context, session, server.address);
  const page = await context.newPage();
  await page.goto(`${server.address}/account`);
  await isReady(page);
  return { session, userId: id, email, page };
}

test('ends one session of the list, then all others, and stays in', async () => {
  const { email, page } = await aVisit();
  const elsewhere = [await signIn(server.address, { email, password })];
  elsewhere.push(await signIn(server.address, { email, password }));
  await page.reload();
  await isReady(page);
  const items = page.getByRole('region', { name: 'Sessions' }).getByRole('listitem');
  expect(await items.count()).toBe(3);
  expect(await items.filter({ hasText: 'This one' }).count()).toBe(1);
  await items
    .first()
    .getByRole('button', { name: /^End this session/ })
    .click();
  await items.nth(2).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
  await items.nth(1).waitFor({ state: 'detached' });
  for (const { fetch } of elsewhere) expect((await fetch('/api/v1/me')).status).toBe(401);
  expect(await items.first().textContent()).toContain('This one');
});

test('asks for the password before a token is made, and loses nothing that was typed', async () => {
  const { userId, page } = await aVisit();
  await inDatabaseOf(server, `UPDATE "Session" SET "provedAt" = 'epoch' WHERE "userId" = $1`, [
    userId,
  ]);
  browser.expectError(/status of (?:403|422)/);
  await page.getByRole('textbox', { name: 'Name' }).fill('Notebook');
  await page.getByRole('button', { name: 'Create token' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await dialog.waitFor();
  await page.waitForFunction(() => {
    const shown = document.querySelector('[role="dialog"]');
    return shown !== null && getComputedStyle(shown).opacity === '1';
  });
  expect(await axe(page)).toEqual([]);
  await page.keyboard.type('wrong horse battery');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').getByText('This is not your password').waitFor();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByText('Copy this token now').waitFor();
  await page.getByRole('button', { name: 'Revoke Notebook' }).waitFor();
});

test('a new password leaves this browser in', async () => {
  const { session, email, page } = await aVisit();
  const elsewhere = await signIn(server.address, { email, password });
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password').fill('staple staple staple');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('You are still signed in here').waitFor();
  expect((await session.fetch('/api/v1/me')).status).toBe(200);
  expect((await elsewhere.fetch('/api/v1/me')).status).toBe(401);
});

test('sets up a second factor, and signs in by it on a second step', async () => {
  const { email, page } = await aVisit();
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  expect(await axe(page)).toEqual([]);
  const secret = (await page.locator('code').first().textContent())?.replaceAll(' ', '') ?? '';
  browser.expectError(/status of (?:401|422)/);
  await page.getByLabel('Code from the app').fill('abcdef');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('This is not the code').first().waitFor();
  await page.getByLabel('Code from the app').fill(totpCode(secret, new Date()));
  await page.getByRole('button', { name: 'Confirm' }).click();
  const codes = page.getByRole('status').filter({ hasText: 'Save these recovery codes' });
  await codes.waitFor();
  expect(await axe(page)).toEqual([]);
  const recovery = (await codes.getByRole('listitem').allTextContents())[0] ?? '';
  await page.getByRole('button', { name: 'I have saved them' }).click();
  await page.getByText('10 of 10 recovery codes are left').waitFor();

  const other = await browser.page();
  await other.goto(`${server.address}/sign-in?next=/account`);
  await isReady(other);
  await other.getByLabel('E-mail').fill(email);
  await other.getByLabel('Password', { exact: true }).fill(password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByRole('textbox', { name: 'Code' }).fill('000000');
  expect(await axe(other)).toEqual([]);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByText('The code is wrong').waitFor();
  await other.getByRole('textbox', { name: 'Code' }).fill(recovery);
  await other.keyboard.press('Enter');
  await other.waitForURL('**/account');
  await other.getByText('9 of 10 recovery codes are left').waitFor();
});
