import type { BrowserContext } from 'playwright-core';
import type { Session } from '@/tests/harness/session';

/** Gives the browser the cookies of somebody who has signed in over HTTP. */
export async function signInAs(
  context: BrowserContext,
  session: Session,
  address: string,
): Promise<void> {
  const cookies = session.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
  });
  await context.addCookies(cookies);
}
