import { expect } from '@jest/globals';
import papaparse from 'papaparse';
import type { Page } from 'playwright-core';

/** Where words of the article stand on screen: the middle of their first and last letter. */
type Place = { from: { x: number; y: number }; to: { x: number; y: number } };

const article = '[aria-label="Article"]';

/** Scrolls the words into view and measures them. They must stand in the article, within one paragraph. */
async function placeOf(page: Page, words: string): Promise<Place> {
  return page.evaluate(
    ([selector, wanted]) => {
      const root = document.querySelector(selector);
      if (root === null) throw new Error('There is no article on this page.');
      const letters: { node: Text; at: number }[] = [];
      let text = '';
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { data } = node as Text;
        for (let at = 0; at < data.length; at++) letters.push({ node: node as Text, at });
        text += data;
      }
      const start = text.indexOf(wanted);
      const [first, last] = [letters[start], letters[start + wanted.length - 1]];
      if (start === -1 || !first || !last) throw new Error(`The article has no “${wanted}”.`);
      first.node.parentElement?.scrollIntoView({ block: 'center' });
      const box = ({ node, at }: { node: Text; at: number }) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, half: width / 2 };
      };
      const [one, two] = [box(first), box(last)];
      const edge = (place: typeof one, side: number) => ({
        x: place.x + side * (place.half - 1),
        y: place.y,
      });
      return { from: edge(one, -1), to: edge(two, 1) };
    },
    [article, words] as const,
  );
}

/** Drags the mouse over the words, holding `keys` down. */
export async function drag(page: Page, words: string, keys: string[] = []): Promise<void> {
  const { from, to } = await placeOf(page, words);
  for (const key of keys) await page.keyboard.down(key);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  for (const key of keys) await page.keyboard.up(key);
}

/** Clicks into the middle of the words. */
export async function click(page: Page, words: string): Promise<void> {
  const { from, to } = await placeOf(page, words);
  await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
}

/** What is painted: for each annotation, in the order of the text, its label and its words. */
export async function painted(page: Page): Promise<{ label: string; words: string }[]> {
  return page.evaluate((selector) => {
    const pieces = document.querySelectorAll<HTMLElement>(`${selector} [data-annotation-id]`);
    const found = new Map<string, { label: string; words: string; nodes: Set<Node> }>();
    for (const piece of pieces) {
      const { annotationId = '', label = '' } = piece.dataset;
      const one = found.get(annotationId) ?? { label, words: '', nodes: new Set<Node>() };
      const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!one.nodes.has(node)) one.words += (node as Text).data;
        one.nodes.add(node);
      }
      found.set(annotationId, one);
    }
    return [...found.values()].map(({ label, words }) => ({ label, words }));
  }, article);
}

/** Waits until the save state reads so. */
export async function reads(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: 30_000 });
}

/** Waits until exactly this is painted. */
export async function shows(
  page: Page,
  expected: { label: string; words: string }[],
): Promise<void> {
  const until = Date.now() + 30_000;
  while (JSON.stringify(await painted(page)) !== JSON.stringify(expected) && Date.now() < until)
    await page.waitForTimeout(50);
  expect(await painted(page)).toEqual(expected);
}

/** The article's CSV as the page's own person gets it, read. */
export async function csvOf(page: Page, query = ''): Promise<Record<string, string>[]> {
  const articleId = /articles\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const path = `/api/v1/articles/${articleId}/export?format=csv${query}`;
  const answer = await page.request.get(new URL(path, page.url()).href);
  expect(answer.status()).toBe(200);
  const { data } = papaparse.parse<Record<string, string>>(await answer.text(), {
    header: true,
    skipEmptyLines: true,
  });
  return data;
}

/** The frozen text of the article on this page. */
export async function textOf(page: Page): Promise<string> {
  const articleId = /articles\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const path = `/api/v1/articles/${articleId}/text`;
  return (await page.request.get(new URL(path, page.url()).href)).text();
}
