import type { Role } from '@/lib/access/permission';
import { beforeAll, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axe, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';
import { signInAs } from './sign-in-as';

const browser = useBrowser();
let server: RunningServer;
let olive: Session;
let mara: Session;
let ana: Session;
let projectId: string;

const member = (role: Role, name: string): Promise<Session> =>
  joinAs(server.address, olive, projectId, name, role);

beforeAll(async () => {
  server = await sharedServer();
  olive = await signIn(server.address);
  ({ id: projectId } = await olive.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Desk',
  }));
  mara = await member('manager', 'Mara');
  ana = await member('analyst', 'Ana');
}, 240_000);

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

async function open(session: Session, path: string, options: BrowserContextOptions = {}) {
  const context = await browser.context(options);
  await signInAs(context, session, server.address);
  const page = await context.newPage();
  await page.goto(server.address + path);
  return page;
}

const saved = (page: Page) => page.getByText('All changes saved').waitFor();
const sound = async (page: Page) => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect({ faults: await axe(page), isTooWide: wide > 0 }).toEqual({
    faults: [],
    isTooWide: false,
  });
};

test('two prepare a text, each undoes their own, and both lock it at once', async () => {
  const first = await open(olive, `/projects/${projectId}/articles/new`);
  await first.getByLabel('Title').fill('Street closed');
  await first
    .getByRole('textbox', { name: 'Text' })
    .fill('The  street is closed. 👨‍👩‍👧‍👦\n\nשלום עולם.');
  await first.getByRole('button', { name: 'Edit together before locking' }).click();
  await first.waitForURL(/\/drafts\//);
  const draftId = new URL(first.url()).pathname.split('/').at(-1) ?? '';
  const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the draft' });
  await text(first).getByText('The street is closed.').waitFor();

  const second = await open(mara, `/projects/${projectId}`);
  await second.getByRole('link', { name: 'Street closed' }).click();
  await text(second).getByText('The street is closed.').waitFor();
  await first.getByRole('listitem').getByText('Mara').waitFor();

  await text(first).click();
  await first.keyboard.press('Control+Home');
  await first.keyboard.type('Olive. ');
  await text(second).click();
  await second.keyboard.press('Control+End');
  await second.keyboard.press('Enter');
  await second.keyboard.type('Mara wrote. 👍🏽');
  await second.locator('[data-caret="Olive Owner"]').waitFor();
  await first.locator('[data-caret="Mara"]').waitFor();
  await text(first).getByText('Mara wrote.').waitFor();
  await text(second).getByText('Olive.').waitFor();
  await Promise.all([saved(first), saved(second)]);

  await second.keyboard.press('Control+z');
  await text(first).getByText('Mara wrote.').waitFor({ state: 'detached' });
  await text(first).getByText('Olive.').waitFor();
  await second.keyboard.press('Control+Shift+z');
  await text(first).getByText('Mara wrote.').waitFor();
  await Promise.all([saved(first), saved(second)]);
  await sound(first);
  const small = await open(mara, new URL(first.url()).pathname, phone);
  await text(small).getByText('Olive.').waitFor();
  await sound(small);
  await small.context().close();

  for (const page of [first, second]) {
    await page.getByRole('button', { name: 'Lock the text…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lock the text' }).waitFor();
  }
  await Promise.all(
    [first, second].map((page) =>
      page.getByRole('dialog').getByRole('button', { name: 'Lock the text' }).click(),
    ),
  );
  await Promise.all([first, second].map((page) => page.waitForURL(`**/articles/${draftId}`)));
  const { items } = await olive.call<{ items: { id: string }[] }>(
    'GET',
    `/api/v1/projects/${projectId}/articles`,
  );
  expect(items.map(({ id }) => id)).toEqual([draftId]);
  const frozen = await (await olive.fetch(`/api/v1/articles/${draftId}/text`)).text();
  expect(frozen).toBe('Olive. The street is closed. 👨‍👩‍👧‍👦\nשלום עולם.\nMara wrote. 👍🏽');
}, 240_000);

test('one whose text is locked by somebody else gets back what was not in it', async () => {
  const { id } = await olive.call<{ id: string }>('POST', `/api/v1/projects/${projectId}/drafts`, {
    title: 'Bridge open',
    text: 'The bridge is open.',
  });
  const context = await browser.context();
  await signInAs(context, mara, server.address);
  const page = await context.newPage();
  let isMute = false;
  await page.routeWebSocket(/\/live$/, (line) => {
    const far = line.connectToServer();
    line.onMessage((message) => {
      if (!isMute) far.send(message);
    });
  });
  await page.goto(`${server.address}/projects/${projectId}/drafts/${id}`);
  const text = page.getByRole('textbox', { name: 'Text of the draft' });
  await text.getByText('The bridge is open.').waitFor();
  isMute = true;
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Written in a tunnel.');
  await page.getByText('Saving…').waitFor();
  await olive.call('POST', `/api/v1/drafts/${id}/lock`, {});
  await page.getByText('Olive Owner has locked this text').waitFor();
  expect(await page.getByLabel('Your last edits are not in it').inputValue()).toContain(
    'Written in a tunnel.',
  );
  await page.getByRole('link', { name: 'Go to the article' }).click();
  await page.waitForURL(`**/articles/${id}`);
}, 120_000);

test('two write guidelines with a table, and an analyst reads them', async () => {
  const path = `/projects/${projectId}/codebook`;
  const [first, second] = [await open(olive, path), await open(mara, path)];
  const text = (page: Page) => page.getByRole('textbox', { name: 'Guidelines' });
  await Promise.all([text(first).waitFor(), text(second).waitFor()]);
  await text(first).click();
  await first.keyboard.press('Control+End');
  await first.keyboard.press('Enter');
  await first.keyboard.type('Read all of it. ');
  await text(second).getByText('Read all of it.').waitFor();
  await first.keyboard.press('Enter');
  await first.getByRole('button', { name: 'Insert a table' }).click();
  await first.keyboard.type('Word');
  await first.keyboard.press('Tab');
  await first.keyboard.type('Mark?');
  await text(second)
    .getByRole('cell', { name: 'Word' })
    .or(text(second).locator('th', { hasText: 'Word' }))
    .first()
    .waitFor();
  await text(second).click();
  await second.keyboard.press('Control+Home');
  await second.keyboard.type('Mara: ');
  await second.locator('[data-caret="Olive Owner"]').waitFor();
  await text(first).getByText('Mara: ').waitFor();
  await Promise.all([saved(first), saved(second)]);
  await sound(first);
  const small = await open(mara, path, phone);
  await text(small).getByText('Mara: ').waitFor();
  await sound(small);
  await small.context().close();

  await first.getByRole('button', { name: /^Publish version 2/ }).click();
  await first.getByRole('button', { name: 'Yes, publish version 2' }).click();
  await first.getByText('The draft is the same as version 2').waitFor();
  for (const options of [{}, phone]) {
    const reader = await open(ana, path, options);
    await reader.getByText('Mara: ').waitFor();
    await reader.getByRole('columnheader', { name: 'Mark?' }).waitFor();
    await sound(reader);
  }
}, 240_000);

test('the server complained of nothing meanwhile', () => {
  expect(server.output()).toContain('Parallax is at');
  expect(server.output()).not.toMatch(/already imported|could not be saved|unexpectedly/);
});
