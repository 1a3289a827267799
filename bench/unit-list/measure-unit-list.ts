import { writeWatch } from '@/bench/annotate/write-page';
import type { LayersSize } from './some-layers';
import { addLayers } from './some-layers';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Watched } from './watch-script';
import { loadavg, tmpdir } from 'node:os';
import { setUpStep } from '@/tests/harness/set-up-step';
import { signIn } from '@/tests/harness/session';
import { quantile, figure } from '@/bench/figure';

const script = `addEventListener('keydown', ({ key }) => {
  if (key !== 'j') return;
  const rows = [...document.querySelectorAll('[data-unit]')];
  const at = rows.findIndex((row) => row.hasAttribute('aria-current'));
  rows[at]?.removeAttribute('aria-current');
  rows[at + 1]?.setAttribute('aria-current', 'true');
  document.querySelectorAll('p')[at + 1]?.scrollIntoView({ block: 'center' });
});`;

/**
 * The floor: a bare page with the same text and a bare list beside it, without annotations or any
 * script but the key’s.
 */
async function writePlainPage(folder: string, text: string, rows: number): Promise<string> {
  const paragraphs = text.split('\n').map((words) => `<p>${words}</p>`);
  const list = Array.from({ length: rows }, (_, at) => `<li data-unit="${at}">Passage ${at}</li>`);
  const page = path.join(folder, 'plain-comparison.html');
  await writeFile(
    page,
    `<!doctype html><meta charset="utf-8"><style>p { line-height: 1.7; max-width: 34em }` +
      `ol { position: fixed; top: 0; right: 0 } [aria-current] { font-weight: 600 }</style>` +
      `<main aria-label="Article">${paragraphs.join('')}</main><ol>${list.join('')}</ol>` +
      `<script>${script}</script>`,
  );
  return pathToFileURL(page).href;
}

/** Opens a page in a context with the watching script, and moves through its passages by key. */
async function watchPage(context: BrowserContext, address: string, keys: number): Promise<Watched> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.watchedUnits.usable !== null);
  // The page becomes idle first, so that only the keys are measured.
  await page.waitForTimeout(1000);
  for (let at = 0; at < keys; at++) {
    await page.keyboard.press('j');
    await page.waitForFunction((count) => window.watchedUnits.answered.length > count, at);
    await page.waitForTimeout(200);
  }
  const watched = await page.evaluate(() => window.watchedUnits);
  await page.close();
  return watched;
}

const keys = 15;

/**
 * Opens a page that lists the disagreements of an article’s layers, as the owner sees it, and a
 * bare page with the same text as the floor, in turn; moves from passage to passage by key.
 * `atMost` is the target of the time until it is usable, in ms.
 */
export async function measureUnitList(
  name: string,
  view: string,
  size: LayersSize,
  { address, rounds, atMost }: { address: string; rounds: number; atMost: number },
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const browser = await chromium.launch({
    executablePath: await setUpStep('chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const session = await signIn(address);
    const { articleId, text } = await addLayers(address, session, size);
    const ours = `${address}/articles/${articleId}/${view}`;
    const plain = await writePlainPage(folder, text, 20);
    const [cookie = '', value = ''] = (session.cookie.split('; ').at(-1) ?? '').split(/=(.*)/s);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ name: cookie, value, url: address }]);
    await context.addInitScript({ path: await writeWatch(folder, 'unit-list/watch-script.ts') });
    // The first opening fills the server’s and the browser’s caches, and is not counted.
    await watchPage(context, ours, 0);
    const [runs, floors]: [Watched[], Watched[]] = [[], []];
    for (let at = 0; at < rounds; at++) {
      runs.push(await watchPage(context, ours, keys));
      floors.push(await watchPage(context, plain, keys));
    }
    const when = (of: Watched[], what: 'text' | 'listed' | 'usable', share = 0.5) =>
      quantile(
        of.map((one) => one[what] ?? Number.NaN),
        share,
      );
    const answered = (of: Watched[], share: number) =>
      quantile(
        of.flatMap((one) => one.answered),
        share,
      );
    const what = `${name}, ${size.layers} × ${size.spans} spans on ${size.words} words`;
    figure(`${what}: text painted`, when(runs, 'text'), 'ms', { floor: when(floors, 'text') });
    figure(`${what}: passages listed`, when(runs, 'listed'), 'ms', {
      floor: when(floors, 'listed'),
    });
    figure(`${what}: usable, first key answered`, when(runs, 'usable'), 'ms', { atMost });
    figure(`${what}: usable, the bare page`, when(floors, 'usable'), 'ms');
    figure(`${what}: usable, p95`, when(runs, 'usable', 0.95), 'ms');
    for (const [label, share] of [
      ['key to paint', 0.5],
      ['key to paint, p95', 0.95],
    ] as const)
      figure(`${what}: ${label}`, answered(runs, share), 'ms', { floor: answered(floors, share) });
    figure('load of the machine meanwhile', loadavg()[0] ?? 0, 'processes');
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}
