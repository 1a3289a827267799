import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { quantile } from './figure';
import { writePage } from './annotate/write-page';

// Opens the article text in Chromium, and a plain Tiptap page with the same annotations as the
// floor, in turn; labels words by key. Prints a line of JSON for each figure, medians unless the
// name says otherwise.

const sizes = [
  { words: 10_000, spans: 1_000 },
  { words: 100_000, spans: 10_000 },
];
const rounds = Number(process.argv[2] ?? 5);
const keys = Number(process.argv[3] ?? 20);
const pages = ['article-page.tsx', 'plain-page.ts'] as const;

const round = (value: number): number => Math.round(value * 100) / 100;

function print(name: string, value: number, floor?: number): void {
  const compared = floor === undefined ? {} : { floor: round(floor), ratio: round(value / floor) };
  process.stdout.write(
    `${JSON.stringify({ name, value: round(value), unit: 'ms', ...compared })}\n`,
  );
}

async function measure(browser: Browser, address: string, words: number) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  await page.waitForFunction(() => window.measured.ready !== undefined);
  for (let at = 0; at < keys; at++) {
    const word = Math.floor(((at + 0.5) * words) / keys);
    await page.evaluate(([from = 0]) => window.measured.select?.(from, 3), [word]);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
    await page.keyboard.press('1');
    await page.waitForFunction((count) => window.measured.painted.length > count, at);
  }
  const { ready = Number.NaN, painted } = await page.evaluate(() => window.measured);
  await page.close();
  return { ready, painted };
}

const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  for (const size of sizes) {
    const [ours, floor] = await Promise.all(pages.map((entry) => writePage(folder, entry, size)));
    const runs = { ours: [], floor: [] } as Record<
      'ours' | 'floor',
      { ready: number; painted: number[] }[]
    >;
    for (let at = 0; at < rounds; at++) {
      runs.ours.push(await measure(browser, ours ?? '', size.words));
      runs.floor.push(await measure(browser, floor ?? '', size.words));
    }
    const ready = (of: 'ours' | 'floor') =>
      quantile(
        runs[of].map((run) => run.ready),
        0.5,
      );
    const painted = (of: 'ours' | 'floor', share: number) =>
      quantile(
        runs[of].flatMap((run) => run.painted),
        share,
      );
    const name = `annotate, ${size.words} words with ${size.spans} spans`;
    print(`${name}: ready`, ready('ours'), ready('floor'));
    print(`${name}: key to paint`, painted('ours', 0.5), painted('floor', 0.5));
    print(`${name}: key to paint, p95`, painted('ours', 0.95), painted('floor', 0.95));
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
