import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const script = `addEventListener('keydown', ({ key }) => {
  if (key !== 'j') return;
  const rows = [...document.querySelectorAll('[data-unit]')];
  const at = rows.findIndex((row) => row.hasAttribute('aria-current'));
  rows[at]?.removeAttribute('aria-current');
  rows[at + 1]?.setAttribute('aria-current', 'true');
  document.querySelectorAll('p')[at + 1]?.scrollIntoView({ block: 'center' });
});`;

/** The floor: a bare page with the same text and a bare list beside it, without a mark or a script but its key. */
export async function writePlainPage(folder: string, text: string, rows: number): Promise<string> {
  const paragraphs = text.split('\n').map((words) => `<p>${words}</p>`);
  const list = Array.from({ length: rows }, (_, at) => `<li data-unit="${at}">Place ${at}</li>`);
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
