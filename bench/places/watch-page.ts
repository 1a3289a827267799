import type { BrowserContext } from 'playwright-core';
import type { Watched } from './watch-script';

/** Opens a page in a context that is watched, and goes so many places on by key. */
export async function watchPage(
  context: BrowserContext,
  address: string,
  keys: number,
): Promise<Watched> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.watchedUnits.usable !== null);
  // The page is let come to rest: a key is measured, not what was still under way.
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
