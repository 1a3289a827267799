import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { encodeSegmentation } from '@/lib/article/segmentation';
import { someArticle } from './some-article';

/** Bundles a page of this folder with a reading in it, into `folder`; answers its address. */
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
