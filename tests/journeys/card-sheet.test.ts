import { beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { axe, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { signInAs } from './sign-in-as';

const browser = useBrowser();
const count = 300;
let server: RunningServer;
let owner: Session;
let articleId: string;

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
  const { id: projectId } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Long lists',
    blind: 'open',
  });
  const words = Array.from({ length: count }, (_, at) => `w${String(at).padStart(3, '0')}`);
  const text = words.join(' ');
  const article = { title: 'Many', text, cleanup: 'none' };
  const at = `/api/v1/projects/${projectId}/articles`;
  articleId = (await owner.call<{ id: string }>('POST', at, article)).id;
  const mine = `/api/v1/articles/${articleId}/layers/mine`;
  const { id: layerId } = await owner.call<{ id: string }>('PUT', mine);
  const codebook = `/api/v1/projects/${projectId}/codebook`;
  const { labels } = await owner.call<{ labels: { key: string }[] }>('GET', codebook);
  const put = words.map((_, index) => ({
    id: v7(),
    label: labels[0]?.key,
    segments: [{ start: 5 * index, end: 5 * index + 4 }],
  }));
  await owner.call('POST', `/api/v1/layers/${layerId}/annotations:batch`, { put, delete: [] });
}, 240_000);

test('on a phone the cards are in a sheet, and only those near the screen are there', async () => {
  const context = await browser.context({ viewport: { width: 390, height: 844 } });
  await signInAs(context, owner, server.address);
  const page = await context.newPage();
  await page.goto(`${server.address}/articles/${articleId}`);
  await page.getByRole('button', { name: /^300 annotations/ }).click();
  const sheet = page.getByRole('dialog');
  const card = (words: string) => sheet.getByRole('listitem').filter({ hasText: words });
  await card('w000').waitFor();
  const isBelow = await sheet
    .getByRole('list')
    .evaluate((list) => list.getBoundingClientRect().height > 10_000);
  expect(isBelow).toBe(true);
  expect(await sheet.getByRole('listitem').count()).toBeLessThan(60);
  expect(await axe(page)).toEqual([]);

  await sheet.evaluate((scroller) => scroller.scrollTo({ top: scroller.scrollHeight }));
  await card('w299').waitFor();
  expect(await card('w299').getAttribute('aria-posinset')).toBe('300');
  expect(await card('w000').count()).toBe(0);
  await card('w299').getByRole('button').first().click();
  await sheet.getByRole('textbox').first().waitFor();
}, 120_000);
