import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { axe, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { startServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { signInAs } from './sign-in-as';

const browser = useBrowser();
let server: RunningServer;
let session: Session;
let ids: Record<string, string>;

beforeAll(async () => {
  server = await startServer();
  session = await signIn(server.address);
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
}, 240_000);

afterAll(async () => {
  await server.stop();
});

const pages = [
  '/',
  '/projects/new',
  '/projects/{project}',
  '/projects/{project}/members',
  '/projects/{project}/settings',
  '/projects/{project}/codebook',
  '/projects/{project}/agreement',
  '/projects/{project}/settling',
  '/projects/{project}/competences',
  '/projects/{project}/articles/new',
  '/articles/{article}',
  '/articles/{article}/readings',
  '/articles/{article}/comparison',
  '/articles/{article}/adjudication',
  '/articles/{article}/calibration',
  '/projects/{project}/rounds',
  '/projects/{project}/decisions',
  '/projects/{project}/changes',
  '/articles/{article}/changes',
  '/account',
  '/mentions',
  '/docs/api',
  '/agreement-calculator',
];
const open = [
  '/sign-in',
  '/agreement-calculator',
  '/invitations/{token}',
  '/invitations/spent',
  '/welcome/spent',
  '/nowhere',
];

const looks: [string, BrowserContextOptions][] = [
  ['a desk in the light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ['a phone in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
];

async function faultsOf(path: string, options: BrowserContextOptions, known: boolean) {
  const context = await browser.context(options);
  if (known) await signInAs(context, session, server.address);
  const page = await context.newPage();
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  await page.goto(server.address + at, { waitUntil: 'networkidle' });
  await page.locator('h1').first().waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const title = await page.title();
  const faults = await axe(page);
  await context.close();
  return { faults, isTooWide: wide > 0, isNamed: title.endsWith('Parallax') };
}

// The API guide is long, and axe looks at all of it.
const minutes = 180_000;

const sound = { faults: [], isTooWide: false, isNamed: true };

describe.each(looks)('on %s', (_, options) => {
  test.each(pages)(
    '%s is sound',
    async (path) => {
      expect(await faultsOf(path, options, true)).toEqual(sound);
    },
    minutes,
  );

  test.each(open)('%s is sound for nobody we know', async (path) => {
    browser.expectError(/status of 404/);
    expect(await faultsOf(path, options, false)).toEqual(sound);
  });
});
