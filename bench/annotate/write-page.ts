import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { encodeSegmentation } from '@/lib/article/segmentation';
import { someArticle } from './some-article';
import type { BrowserContext } from 'playwright-core';

/** Bundles a page of this folder with an annotated article into `folder`; returns its URL. */
export async function writePage(
  folder: string,
  entry: 'article-page.tsx' | 'plain-page.ts',
  { words, spans }: { words: number; spans: number },
): Promise<string> {
  const script = path.join(folder, `${entry}.js`);
  await build({
    entryPoints: [path.join(import.meta.dirname, entry)],
    outfile: script,
    bundle: true,
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const { text, segmentation, annotations } = someArticle(words, spans);
  const given = { text, segmentation: encodeSegmentation(segmentation), annotations };
  const measured = JSON.stringify({ given, painted: [] }).replaceAll('<', '\\u003c');
  const styles = await readFile(script.replace(/\.js$/, '.css'), 'utf8').catch(() => '');
  const page = path.join(folder, `${entry}-${words}.html`);
  await writeFile(
    page,
    `<!doctype html><meta charset="utf-8"><style>${styles}</style><body>` +
      `<script>window.measured = ${measured}</script>` +
      `<script src="${path.basename(script)}"></script>`,
  );
  return pathToFileURL(page).href;
}

/** Bundles a watching script of bench/; returns the path of the bundle. */
export async function writeWatch(folder: string, script: string): Promise<string> {
  const outfile = path.join(folder, 'watch-script.js');
  const entry = path.join('bench', script);
  await build({ entryPoints: [entry], outfile, bundle: true, logLevel: 'error' });
  return outfile;
}

/**
 * Opens a page in a context with the watching script, and labels words across its article by key.
 */
export async function watchPage(
  context: BrowserContext,
  address: string,
  keys: number,
): Promise<{ ready: number; painted: number[] }> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.watched.ready !== null);
  // The page becomes idle first, so that only the keys are measured.
  await page.waitForTimeout(1000);
  for (let at = 0; at < keys; at++) {
    await page.evaluate((share) => window.watched.select(share), (at + 0.5) / keys);
    await page.waitForTimeout(400);
    await page.keyboard.press('1');
    await page.waitForFunction((count) => window.watched.painted.length > count, at);
  }
  const { ready, painted } = await page.evaluate(() => window.watched);
  await page.close();
  return { ready: ready ?? Number.NaN, painted };
}
