import type { BrowserContext } from 'playwright-core';

/** Opens a page in a context that is watched, and labels so many words all over its article by key. */
export async function watchPage(
  context: BrowserContext,
  address: string,
  keys: number,
): Promise<{ ready: number; painted: number[] }> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.watched.ready !== null);
  // The page is let come to rest: a key is measured, not what was still under way.
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
