import { beforeAll, expect, test } from '@jest/globals';
import papaparse from 'papaparse';
import type { BrowserContext, Page } from 'playwright-core';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import { axe, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import type { WrittenAnnotation } from './colleague';
import { joinAs, readAs } from './colleague';
import { signInAs } from './sign-in-as';

// Three analysts part in every way that there is; a manager lets a rule settle what is not in dispute,
// settles the rest by keyboard alone, and hands the consensus on.

const text = `😀👩‍👩‍👧 The regime’s failed gamble cost thousands of jobs.

Experts agree that the so-called reform was a disaster.

“We were promised a pier,” she said, “and got a drawing of one.”

Everybody knows that the council lies whenever it can.

The mob marched on the town hall, it is feared.

Critics slammed the plan, and nobody was surprised.`;

const [framing, claim, quote] = ['loaded_framing', 'unsupported_claim', 'direct_quote'];
const everybody = 'Everybody knows that the council lies whenever it can.';
const pier = '“We were promised a pier,” she said, “and got a drawing of one.”';

const annotationsByName: Record<'Ana Ito' | 'Ben Ode' | 'Cem Uslu', WrittenAnnotation[]> = {
  'Ana Ito': [
    [framing, 'failed gamble'],
    [claim, 'Experts agree'],
    [framing, 'so-called reform'],
    [quote, pier],
    [claim, everybody],
    [framing, 'The mob'],
    [framing, 'slammed', { device: 'intensifier' }],
  ],
  'Ben Ode': [
    [framing, 'failed gamble'],
    [claim, 'Experts agree that the so-called reform was a disaster'],
    [claim, 'so-called reform'],
    [quote, ['“We were promised a pier,”', '“and got a drawing of one.”']],
    [framing, 'lies'],
    [framing, 'slammed', { device: 'loaded reporting verb' }],
  ],
  'Cem Uslu': [
    [framing, 'failed gamble'],
    [claim, 'Experts agree'],
    [framing, 'so-called reform'],
    [quote, pier],
    [claim, everybody],
    [framing, 'slammed'],
  ],
};

const browser = useBrowser();
let server: RunningServer;
let olive: Session;
let mia: Session;
const articles: Record<'alone' | 'together', string> = { alone: '', together: '' };

beforeAll(async () => {
  server = await sharedServer();
  olive = await signIn(server.address);
  const project = await olive.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Quay Street',
    blind: 'after-submit',
  });
  mia = await joinAs(server.address, olive, project.id, 'Mia Mann', 'manager');
  const analysts = await Promise.all(
    Object.entries(annotationsByName).map(async ([name, annotations]) => {
      const session = await joinAs(server.address, olive, project.id, name, 'analyst');
      return { session, annotations };
    }),
  );
  for (const name of ['alone', 'together'] as const) {
    const path = `/api/v1/projects/${project.id}/articles`;
    const body = { title: `The pier, ${name}`, text, cleanup: 'none', language: 'en' };
    const { id } = await olive.call<{ id: string }>('POST', path, body);
    articles[name] = id;
    for (const { session, annotations } of analysts) {
      const { layerId } = await readAs(session, id, text, annotations);
      await session.call('PATCH', `/api/v1/layers/${layerId}`, { state: 'submitted' });
    }
  }
}, 240_000);

async function open(session: Session, articleId: string, query = ''): Promise<Page> {
  const context: BrowserContext = await browser.context();
  await signInAs(context, session, server.address);
  const page = await context.newPage();
  await page.goto(`${server.address}/articles/${articleId}/adjudication${query}`);
  await page.locator('[aria-label="Article"]').waitFor();
  return page;
}

const rows = (page: Page) => page.locator('[data-unit]');
const detail = (page: Page) => page.getByRole('region', { name: 'The chosen passage' });
const at = (page: Page, name: string) =>
  detail(page).getByRole('heading', { name, exact: true }).waitFor();
const progress = (page: Page, words: string) =>
  page.locator('[data-progress]').filter({ hasText: words }).first().waitFor();
const saved = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'All changes saved' }).waitFor();

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const deskOf = (articleId: string) =>
  olive.call<AdjudicationWorkspace>('GET', `/api/v1/articles/${articleId}/adjudication`);

test('an analyst is told that managers settle, and learns nothing', async () => {
  const context = await browser.context();
  const cem = await joinAs(
    server.address,
    olive,
    (await deskOf(articles.alone)).projectId,
    'Dan Late',
    'analyst',
  );
  await signInAs(context, cem, server.address);
  const page = await context.newPage();
  await page.goto(`${server.address}/articles/${articles.alone}/adjudication`);
  await page.getByRole('heading', { name: 'Only managers adjudicate' }).waitFor();
  expect(await page.content()).not.toContain('Ana Ito');
});

test('rules first, then every place by keyboard, to the end', async () => {
  const page = await open(olive, articles.alone);
  const rules = page.getByRole('region', { name: 'Auto-resolve' });
  await rules
    .getByText('Resolves what all annotators agree on. Everything else is left to resolve by hand.')
    .waitFor();
  expect(await axe(page)).toEqual([]);
  await rules.getByRole('button', { name: 'Auto-resolve 2 passages' }).press('Enter');
  await rules.getByText('2 passages are resolved by rule; 5 left to resolve by hand.').waitFor();

  await press(page, 'm');
  await progress(page, '1 of 7 passages are resolved');
  await rows(page).nth(6).waitFor({ state: 'detached' });
  expect(await rows(page).count()).toBe(6);
  expect(await axe(page)).toEqual([]);

  await press(page, 'j');
  await at(page, 'Boundary');
  await press(page, '1', 'Enter');
  await detail(page).getByLabel('Or in your own words').waitFor();
  expect(await axe(page)).toEqual([]);
  await press(page, '1');
  await at(page, 'Label');
  await press(page, '2', 'Enter', 'Enter');
  await at(page, 'Fragmentation');
  // What was decided last is taken back, and decided again.
  await press(page, 'u');
  await at(page, 'Label');
  await saved(page);
  await press(page, '1', 'Enter', 'Enter');
  await at(page, 'Fragmentation');
  await press(page, '1', 'e', 'Shift+{', 'Enter');
  await page.keyboard.type('It begins after the mark.');
  await press(page, 'Enter');
  await at(page, 'Nesting');
  await press(page, '1', '2', 'Enter', '1');
  await at(page, 'Missing');
  await press(page, '0', 'Enter', '2');
  await at(page, 'Attributes');
  await detail(page).getByText('Left open, as there was a tie: device.').waitFor();
  await press(page, '1', 'Enter', 'Enter');
  await detail(page).waitFor({ state: 'detached' });
  await progress(page, 'All 7 passages are resolved');

  // Something of one's own, where nobody has marked: the word at the caret.
  await page
    .locator('[aria-label="Article"] p')
    .last()
    .click({ position: { x: 4, y: 18 } });
  await press(page, 'Escape', 'w', 'o', '2', 'Enter', '8');
  await saved(page);
  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: 'Mark the article as resolved' }).press('Enter');
  await page.getByText('This article is resolved.').first().waitFor();
  expect(await axe(page)).toEqual([]);

  const desk = await deskOf(articles.alone);
  expect(desk.consensus?.state).toBe('submitted');
  expect(desk.counts).toMatchObject({
    units: 7,
    open: 0,
    changed: 0,
    attributes: 0,
    rule: 1,
    person: 6,
  });
  expect(desk.units.map(({ decisions }) => decisions[0]?.kind)).toEqual([
    'rule',
    'take',
    'take',
    'adjust',
    'several',
    'reject',
    'take',
  ]);
  expect(desk.units[3]?.decisions[0]?.reason).toBe('It begins after the mark.');
  expect(desk.elsewhere.map(({ kind }) => kind)).toEqual(['own']);

  const csv = await olive.fetch(
    `/api/v1/articles/${articles.alone}/export?format=csv&decisions=true`,
  );
  const { data } = papaparse.parse<Record<string, string>>(await csv.text(), { header: true });
  const consensusRows = data.filter(({ layer }) => layer === 'consensus');
  expect(consensusRows.map((row) => [row.label, row.quote])).toEqual([
    [framing, 'failed gamble'],
    [claim, 'Experts agree'],
    [framing, 'so-called reform'],
    [quote, 'We were promised a pier,” she said, “and got a drawing of one.”'],
    [claim, everybody],
    [framing, 'lies'],
    [claim, 'Critics'],
    [framing, 'slammed'],
  ]);
  expect(consensusRows.every((row) => row.decision_id !== '' && row.sources !== '')).toBe(true);
  expect(consensusRows[0]).toMatchObject({ decision: 'rule', rule: 'unanimous' });
  expect(consensusRows[3]).toMatchObject({
    decision: 'adjust',
    decided_by: 'Olive Owner',
    reason: 'It begins after the mark.',
  });
}, 240_000);

test('two managers see each other, and do not decide the same place unknowingly', async () => {
  const one = await open(olive, articles.together, '?view=passages');
  const other = await open(mia, articles.together, '?view=passages');
  for (const page of [one, other]) {
    await rows(page).first().waitFor();
    await press(page, 'j');
    await at(page, 'Boundary');
  }
  await detail(one).getByText('Mia Mann is at this passage too.').waitFor();
  await detail(other).getByText('Olive Owner is at this passage too.').waitFor();

  // What is read again is held back, so that Mia decides on what she saw.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await other.route('**/adjudication?offsetUnit=*', async (route) => {
    await held;
    await route.continue();
  });
  browser.expectError(/409/);
  await press(one, '1', 'Enter', '1');
  await saved(one);
  await press(other, '2', 'Enter');
  await other.keyboard.type('It is one claim.');
  await press(other, 'Enter');
  const refused = other.getByRole('alert').filter({ hasText: 'Not decided' });
  await refused
    .getByText(/Olive Owner has decided on this passage/)
    .first()
    .waitFor();
  letGo();
  await at(other, 'Boundary');
  await detail(other).getByText('Taken as it was').waitFor();
  // What she chose and wrote is kept, and can be sent again now that she has seen what is there.
  await press(other, 'Enter', 'Enter');
  await saved(other);
  await one.locator('[data-state="person"]').first().waitFor({ state: 'detached' });
  const { units } = await deskOf(articles.together);
  const [decision] = units.find(({ kinds }) => kinds.includes('boundary'))?.decisions ?? [];
  expect(decision).toMatchObject({ kind: 'take', reason: 'It is one claim.' });
  expect(decision?.by.name).toBe('Mia Mann');

  await one.goto(`${server.address}/articles/${articles.together}/adjudication?show=resolved`);
  await rows(one).filter({ hasText: 'Resolved · Mia Mann' }).waitFor();
  await press(other, 'j', '1', 'Enter', '1');
  await rows(one).nth(1).waitFor();
}, 240_000);

test('what is decided while the server is away outlives the page', async () => {
  const page = await open(mia, articles.together, '?view=passages');
  browser.expectError(/ERR_FAILED/);
  let isAway = true;
  await page.route('**/api/v1/decisions/*', (route) => (isAway ? route.abort() : route.continue()));
  await press(page, 'j');
  await at(page, 'Label');
  await press(page, '2', 'Enter', '1');
  await page.getByRole('status').filter({ hasText: 'Offline: 1 changes waiting' }).waitFor();
  await page.reload();
  await page.getByRole('status').filter({ hasText: 'Offline: 1 changes waiting' }).waitFor();
  isAway = false;
  await saved(page);
  const { units } = await deskOf(articles.together);
  const [decision] = units.find(({ kinds }) => kinds.includes('label'))?.decisions ?? [];
  expect(decision).toMatchObject({ kind: 'take', by: { name: 'Mia Mann' } });
  await page.reload();
  await saved(page);
}, 120_000);
