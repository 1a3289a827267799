import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from '@jest/globals';
import papaparse from 'papaparse';
import type { Page } from 'playwright-core';
import { v7 } from 'uuid';
import type { AgreementView } from '@/lib/agreement/agreement-view';
import { useBrowser } from '@/tests/harness/browser';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';
import { signInAs } from './sign-in-as';

const text = 'The regime’s failed gamble cost thousands of jobs, and nobody asked the people.';
const [framing, claim] = ['loaded_framing', 'unsupported_claim'];

/** What each analyst marks in every article: label, first word, last word. */
const marks: Record<string, [label: string, words: string][]> = {
  Ada: [
    [framing, 'failed gamble'],
    [claim, 'nobody asked'],
  ],
  Ben: [
    [framing, 'failed gamble'],
    [claim, 'nobody asked the people'],
  ],
  Cleo: [[claim, 'failed gamble']],
};

const browser = useBrowser();
let server: RunningServer;
let owner: Session;

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
}, 400_000);

/** A project with three analysts who have marked so many articles of two outlets. */
async function aStudy(blind: string, articles = 4) {
  const { id } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Harbour closures',
    blind,
  });
  const people = new Map<string, Session>();
  for (const name of Object.keys(marks))
    people.set(name, await joinAs(server.address, owner, id, name, 'analyst'));
  for (let at = 0; at < articles; at++) {
    const articleId = v7();
    await owner.call('POST', `/api/v1/projects/${id}/articles`, {
      id: articleId,
      title: `Article ${at + 1}`,
      text: `${text}\n${text.slice(at)}`,
      cleanup: 'none',
      source: at % 2 === 0 ? 'The Courier' : 'The Gazette',
    });
    for (const [name, session] of people) {
      const path = `/api/v1/articles/${articleId}/layers/mine`;
      const layer = await session.call<{ id: string }>('PUT', path, {});
      const put = (marks[name] ?? []).map(([label, words]) => {
        const start = text.indexOf(words);
        return { id: v7(), label, segments: [{ start, end: start + words.length }] };
      });
      await session.call('POST', `/api/v1/layers/${layer.id}/annotations:batch`, {
        put,
        delete: [],
      });
    }
  }
  return { projectId: id, people };
}

async function atAgreement(session: Session, projectId: string, search = ''): Promise<Page> {
  const context = await browser.context({ acceptDownloads: true });
  await signInAs(context, session, server.address);
  const page = await context.newPage();
  await page.goto(`${server.address}/projects/${projectId}/agreement${search}`);
  return page;
}

const figuresOn = (page: Page) =>
  page
    .getByRole('region', { name: 'At a glance' })
    .getByRole('article')
    .evaluateAll((cards) =>
      cards.map((card) => card.querySelector('p > span:first-child')?.textContent),
    );

const written = (value: number | null | undefined) => value?.toFixed(2).replace('-', '−') ?? null;

const agreement = (projectId: string, search = '') =>
  owner.call<AgreementView>('GET', `/api/v1/projects/${projectId}/agreement${search}`);

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}

test('the page shows the figures of the API, filters them, and saves what it shows', async () => {
  const { projectId } = await aStudy('open');
  const page = await atAgreement(owner, projectId);
  await page.getByRole('heading', { name: 'At a glance' }).waitFor();
  const all = await agreement(projectId);
  expect(all.panel?.figures.map(({ value }) => value)).not.toContain(null);
  expect(await figuresOn(page)).toEqual(all.panel?.figures.map(({ value }) => written(value)));

  const csv = await saved(page, 'Agreement by label: save as CSV');
  expect(csv.name).toBe('harbour-closures-agreement-by-label.csv');
  const { data } = papaparse.parse<Record<string, string>>(csv.text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(
    data.map(({ label, annotations: n, u_alpha: value }) => [label, Number(n), Number(value)]),
  ).toEqual(all.panel?.labels.map(({ label, n, value }) => [label, n, value]));

  const svg = await saved(page, 'uα by label, with 95 % intervals: save as SVG');
  expect(svg.text).toContain('<title>uα by label, with 95 % intervals · Harbour closures</title>');
  expect(svg.text).toContain('Loaded framing');
  expect(svg.text).toContain('fill="rgb(');
  expect(svg.text).not.toMatch(/var\(|class=/);
  const png = await saved(page, 'uα by label, with 95 % intervals: save as PNG');
  expect(png.text.slice(1, 4)).toBe('PNG');

  const json = await saved(page, 'Save all as JSON');
  expect(JSON.parse(json.text)).toMatchObject({ project: 'Harbour closures', panel: all.panel });

  await page.getByRole('combobox', { name: 'Label', exact: true }).click();
  await page.getByRole('option', { name: 'Loaded framing' }).click();
  await page.waitForURL(/label=loaded_framing/);
  await page.getByText('From 8 annotations').waitFor();
  const one = await agreement(projectId, `?label=${framing}`);
  expect(await figuresOn(page)).toEqual(one.panel?.figures.map(({ value }) => written(value)));
  expect(one.panel?.figures[0]?.value).not.toBe(all.panel?.figures[0]?.value);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await page.getByText('From 20 annotations').waitFor();
  expect(new URL(page.url()).search).toBe('');
}, 120_000);

test('what takes long tells how far it is, can be broken off, and stands beside its method', async () => {
  const { projectId } = await aStudy('open');
  const page = await atAgreement(owner, projectId);
  const compute = page.getByRole('button', { name: /^Calculate γ/ });
  await compute.waitFor();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/measure=gamma/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await compute.click();
  await page.getByText('Calculating γ').waitFor();
  expect(await compute.isDisabled()).toBe(true);
  const gone = page.waitForEvent('requestfailed', (request) => request.url().includes('gamma'));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await gone;
  await page.getByText('γ was stopped.').waitFor();
  release();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await compute.click();
  const card = page.getByRole('article').filter({ hasText: 'γ, alignment of annotations' });
  await card.waitFor({ timeout: 30_000 });
  const { figure } = await agreement(projectId, '?measure=gamma');
  expect(await card.innerText()).toContain(written(figure?.value) ?? figure?.reason);
  expect(await card.innerText()).toContain(figure?.method.slice(1, 20));

  await page.getByLabel('α over').selectOption('sentences');
  await page.getByRole('button', { name: 'Calculate α over sentences' }).click();
  const sentences = page.getByRole('article').filter({ hasText: 'Sentence by sentence' });
  await sentences.waitFor({ timeout: 30_000 });
  const alpha = await agreement(projectId, '?measure=alpha-sentence&distance=jaccard');
  expect(await sentences.innerText()).toContain(written(alpha.figure?.value));
}, 120_000);

test('everything is reached by the keyboard alone', async () => {
  const { projectId } = await aStudy('open', 2);
  const page = await atAgreement(owner, projectId);
  await page.getByRole('heading', { name: 'Greatest disagreements' }).waitFor();
  const reached = new Set<string>();
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.innerText : null;
      return at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? '';
    });
    if (reached.has('Article 1') && name === 'Parallax') break;
    reached.add(name);
  }
  for (const name of [
    'Save all as JSON',
    'Label',
    'Analysts',
    'Outlet',
    'Articles',
    'Submissions only',
    'Calculate α over characters',
    'Agreement by label, table',
    'Kinds of disagreement: save as PNG',
    'Articles with the greatest disagreement: save as CSV',
    'Article 1',
  ])
    expect([...reached]).toContain(name);
}, 120_000);

test('one who may not see others’ readings yet is told so, and nothing else', async () => {
  const { projectId, people } = await aStudy('after-submit', 2);
  const ada = people.get('Ada');
  if (ada === undefined) throw new Error('Ada is one of them');
  const page = await atAgreement(ada, projectId);
  await page.getByRole('heading', { name: 'Nothing to compare yet' }).waitFor();
  const main = await page.locator('main').innerText();
  expect(main).toContain('once you have submitted your own');
  for (const secret of ['Ben', 'Cleo', 'At a glance', 'The Courier'])
    expect(main).not.toContain(secret);
  await page.getByRole('link', { name: 'Go to articles' }).waitFor();
}, 120_000);

test('a filter that cannot hold is refused in words, with a way out', async () => {
  const { projectId } = await aStudy('open', 2);
  browser.expectError(/status of 422/);
  const page = await atAgreement(owner, projectId, '?label=nothing_of_the_kind');
  await page.getByText('There is no label “nothing_of_the_kind”').waitFor();
  await page.getByRole('button', { name: 'Clear all filters' }).last().click();
  await page.getByRole('heading', { name: 'At a glance' }).waitFor();
}, 120_000);
