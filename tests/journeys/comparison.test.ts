import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ComparisonView } from '@/lib/agreement/comparison-view';
import { axe, useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import type { WrittenAnnotation } from './colleague';
import { joinAs, readAs } from './colleague';
import { signInAs } from './sign-in-as';

// Three analysts read one article, with characters outside the BMP before everything that they mark,
// and part in every way that there is.

const text = `😀👩‍👩‍👧 The regime’s failed gamble cost thousands of jobs.

Experts agree that the so-called reform was a disaster.

“We were promised a pier,” she said, “and got a drawing of one.”

Everybody knows that the council lies whenever it can.

The mob marched on the town hall, it is feared.`;

const [framing, claim, quote] = ['loaded_framing', 'unsupported_claim', 'direct_quote'];

const annotationsByName: Record<'Ana Ito' | 'Ben Ode' | 'Cem Uslu', WrittenAnnotation[]> = {
  'Ana Ito': [
    [framing, 'failed gamble'],
    [claim, 'Experts agree'],
    [framing, 'so-called reform'],
    [quote, '“We were promised a pier,” she said, “and got a drawing of one.”'],
    [claim, 'Everybody knows that the council lies whenever it can.'],
    [framing, 'The mob'],
  ],
  'Ben Ode': [
    [framing, 'failed gamble'],
    [claim, 'Experts agree that the so-called reform was a disaster'],
    [claim, 'so-called reform'],
    [quote, ['“We were promised a pier,”', '“and got a drawing of one.”']],
    [framing, 'lies'],
  ],
  'Cem Uslu': [
    [framing, 'failed gamble'],
    [claim, 'Experts agree'],
    [framing, 'so-called reform'],
    [quote, '“We were promised a pier,” she said, “and got a drawing of one.”'],
    [claim, 'Everybody knows that the council lies whenever it can.'],
  ],
};

/** How they part, in the order of the text. */
const parted: [kinds: string, words: string][] = [
  ['All agree', 'failed gamble'],
  ['Boundary', 'Experts agree that the so-called reform was a disaster'],
  ['Label', 'so-called reform'],
  ['Fragmentation', '“We were promised a pier,” she said, “and got a drawing of one.”'],
  ['Nesting', 'Everybody knows that the council lies whenever it can.'],
  ['Missing', 'The mob'],
];

const browser = useBrowser();
let server: RunningServer;
let ana: Session;
let articleId: string;

const layers: Record<string, string> = {};

beforeAll(async () => {
  server = await sharedServer();
  const owner = await signIn(server.address);
  const project = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Quay Street',
    blind: 'after-submit',
  });
  const article = await owner.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${project.id}/articles`,
    { title: 'The pier', text, cleanup: 'none', language: 'en' },
  );
  articleId = article.id;
  for (const [name, annotations] of Object.entries(annotationsByName)) {
    const session = await joinAs(server.address, owner, project.id, name, 'analyst');
    const { layerId } = await readAs(session, articleId, text, annotations);
    layers[name] = layerId;
    if (name === 'Ana Ito') ana = session;
    else await session.call('PATCH', `/api/v1/layers/${layerId}`, { state: 'submitted' });
  }
}, 240_000);

async function open(query = ''): Promise<Page> {
  const context = await browser.context();
  await signInAs(context, ana, server.address);
  const page = await context.newPage();
  await page.goto(`${server.address}/articles/${articleId}/comparison${query}`);
  await page.locator('[aria-label="Article"]').waitFor();
  return page;
}

const rows = (page: Page) => page.locator('[data-unit]');
const detail = (page: Page) => page.getByRole('region', { name: 'Chosen passage' });
const unitIn = (page: Page) => new URL(page.url()).searchParams.get('unit');

/** What the list shows now: how they part, and where. */
async function listed(page: Page): Promise<[string, string][]> {
  return rows(page).evaluateAll((found) =>
    found.map((row): [string, string] => [
      row.querySelector('b')?.textContent ?? '',
      row.children[1]?.textContent ?? '',
    ]),
  );
}

/** Waits until the list shows just these. */
async function lists(page: Page, expected: [string, string][]): Promise<void> {
  const until = Date.now() + 10_000;
  while (JSON.stringify(await listed(page)) !== JSON.stringify(expected) && Date.now() < until)
    await page.waitForTimeout(50);
  expect(await listed(page)).toEqual(expected);
}

test('who has not submitted sees nothing of the others’ readings', async () => {
  const answer = await ana.fetch(`/api/v1/articles/${articleId}/comparison`);
  const view = (await answer.json()) as ComparisonView;
  expect(view.layers.map(({ author }) => author)).toEqual(['Ana Ito']);
  expect(view).toMatchObject({ units: [], matrix: [], heat: [] });
  expect(view.reason).toMatch(/Only one analyst/);
  const named = await ana.fetch(
    `/api/v1/articles/${articleId}/comparison?layers=${layers['Ana Ito']},${layers['Ben Ode']}`,
  );
  expect(named.status).toBe(422);

  const page = await open();
  await page.getByText('You see others’ annotations once you have submitted yours.').waitFor();
  const source = await page.content();
  for (const secret of ['Ben', 'Cem', layers['Ben Ode'], layers['Cem Uslu']])
    expect(source).not.toContain(secret);
  expect(await rows(page).count()).toBe(0);
  await page.getByRole('link', { name: 'Continue annotating' }).click();
  await page.waitForURL(`${server.address}/articles/${articleId}`);
});

describe('once theirs is submitted', () => {
  beforeAll(async () => {
    await ana.call('PATCH', `/api/v1/layers/${layers['Ana Ito']}`, { state: 'submitted' });
  });

  test('the API and the page show exactly how they part', async () => {
    const view = await ana.call<ComparisonView>('GET', `/api/v1/articles/${articleId}/comparison`);
    const counts = { same: 1, missing: 1, boundary: 1, label: 1, nesting: 1, fragmentation: 1 };
    expect(view).toMatchObject({ reason: null, offsetUnit: 'code-point', counts });
    const points = [...text];
    const passages = view.units.map(({ kinds, start, end, quote: words }) => {
      expect(points.slice(start, end).join('')).toBe(words);
      const kind = kinds.length === 0 ? 'All agree' : kinds.join(', ');
      return [kind.charAt(0).toUpperCase() + kind.slice(1), words];
    });
    expect(passages).toEqual(parted);

    const page = await open();
    await rows(page).first().waitFor();
    await lists(page, parted);
    expect(await axe(page)).toEqual([]);
    for (const [kind, words] of parted) {
      await page.getByText(`${kind} 1`, { exact: true }).click();
      await lists(page, [[kind, words]]);
      await page.getByText(`${kind} 1`, { exact: true }).click();
    }
    await page.getByLabel('Pair that disagrees').selectOption({ label: 'Ana Ito / Cem Uslu (1)' });
    await lists(page, [['Missing', 'The mob']]);
  });

  test('keys go from place to place; the address keeps where one is', async () => {
    const page = await open();
    await rows(page).first().waitFor();
    for (const [kind] of parted) {
      await page.keyboard.press('j');
      await detail(page).getByRole('heading', { name: kind }).waitFor();
    }
    await detail(page).getByText('No annotation here.', { exact: true }).waitFor();
    await page.keyboard.press('k');
    await detail(page).getByRole('heading', { name: 'Nesting' }).waitFor();
    await page.keyboard.press('p');
    await detail(page).getByRole('heading', { name: 'Fragmentation' }).waitFor();
    expect(await detail(page).locator('li').first().innerText()).toMatch(/Ana Ito\s.*Cem Uslu/s);
    const ben = detail(page).locator('li').nth(1);
    expect(await ben.locator('mark').allInnerTexts()).toEqual([
      '“We were promised a pier,”',
      '“and got a drawing of one.”',
    ]);
    const unit = unitIn(page);
    expect(unit).not.toBeNull();

    const linked = await open(`?unit=${unit}`);
    await detail(linked).getByRole('heading', { name: 'Fragmentation' }).waitFor();
    expect(unitIn(linked)).toBe(unit);
    await linked.keyboard.press('Escape');
    await detail(linked).waitFor({ state: 'detached' });
    expect(unitIn(linked)).toBeNull();
    await linked.keyboard.press('?');
    await linked
      .getByRole('dialog', { name: 'Keys' })
      .getByText('next passage in the list')
      .waitFor();
  });

  test('the matrix leads to its places', async () => {
    const page = await open();
    await page.getByText('Label matrix').click();
    const cells = page.getByRole('region', { name: 'Label matrix' }).getByRole('button');
    await cells.first().waitFor();
    const names = await cells.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label')),
    );
    expect(new Set(names)).toEqual(
      new Set([
        'Direct quote and the same label: 3 times, in 1 passage',
        'Loaded framing and Unsupported claim: 4 times, in 2 passages',
        'Loaded framing and no annotation: 2 times, in 1 passage',
        'Loaded framing and the same label: 4 times, in 2 passages',
        'Unsupported claim and the same label: 4 times, in 2 passages',
      ]),
    );
    expect(await axe(page)).toEqual([]);
    await cells.filter({ hasText: '2' }).press('Enter');
    await detail(page).getByRole('heading', { name: 'Missing' }).waitFor();
    await lists(page, [['Missing', 'The mob']]);
    await page.getByRole('button', { name: /^Clear this filter/ }).click();
    await lists(page, parted);
  });

  test('readings are switched off and on without asking the server', async () => {
    const page = await open('?heat=conflict');
    await rows(page).first().waitFor();
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().includes('/icon.svg')) asked.push(request.url());
    });
    await page.getByLabel('Ben Ode').uncheck();
    await page.waitForFunction(() => document.querySelectorAll('[data-unit]').length === 6);
    await rows(page).filter({ hasText: 'The two disagree' }).first().waitFor();
    expect((await listed(page)).map(([kind]) => kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'All agree'),
      'Missing',
    ]);
    await page.getByLabel('Ben Ode').check();
    await page.waitForFunction(() => document.body.innerText.includes('Fragmentation 1'));
    await lists(page, parted);
    expect(asked).toEqual([]);
  });

  test('what is pressed in the article is chosen; what is painted lies on the words', async () => {
    const page = await open();
    await rows(page).first().waitFor();
    const found = await page.evaluate(
      () => [...CSS.highlights.keys()].filter((name) => name.startsWith('compared-')).length,
    );
    expect(found).toBeGreaterThan(3);
    const words = page.locator('[aria-label="Article"] p').last();
    const box = await words.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + 24);
    await detail(page).getByRole('heading', { name: 'Missing' }).waitFor();
    const chosen = await page.evaluate(() =>
      [...(CSS.highlights.get('compared-chosen') ?? [])].map(({ startOffset, endOffset }) => [
        startOffset,
        endOffset,
      ]),
    );
    expect(chosen).toEqual([[0, 'The mob'.length]]);
  });
});
