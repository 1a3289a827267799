import { z } from 'zod';
import { ApiProblem } from '@/components/ui/api';
import { signInMessage } from './access-messages';

const csrf = z.object({ csrfToken: z.string() });
const answered = z.object({ url: z.string() });

const away = new ApiProblem(
  0,
  'The server cannot be reached',
  'Nothing was changed, and what you entered is still here. Check the connection, then try again.',
);

async function call(path: string, init?: RequestInit): Promise<Response> {
  return fetch(path, init).catch(() => {
    throw away;
  });
}

/**
 * Sends a form to one of next-auth's endpoints with its CSRF token; answers the URL to redirect to.
 *
 * @throws {ApiProblem} where the server cannot be reached or answers something else.
 */
export async function sendToNextAuth(
  path: string,
  fields: Record<string, string> = {},
): Promise<URL> {
  const first = await call('/api/auth/csrf', { cache: 'no-store' });
  const { csrfToken } = csrf.safeParse(await first.json().catch(() => null)).data ?? {};
  const response = await call(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken: csrfToken ?? '', json: 'true' }),
  });
  const parsed = answered.safeParse(await response.json().catch(() => null));
  if (!parsed.success)
    throw new ApiProblem(
      response.status,
      'The server did not answer as it should',
      'Nothing was changed, and what you entered is still here. Please try again in a moment.',
    );
  return new URL(parsed.data.url, window.location.href);
}

const placeholderOrigin = 'http://parallax.invalid';

/**
 * Where to go after signing in: the requested path where it is a page of this site, else `/`. Never
 * another origin, the API or the sign-in page.
 */
export function nextPath(requested: string | string[] | null | undefined): string {
  if (
    typeof requested !== 'string' ||
    !requested.startsWith('/') ||
    !URL.canParse(requested, placeholderOrigin)
  )
    return '/';
  const url = new URL(requested, placeholderOrigin);
  const isOurs = url.origin === placeholderOrigin && !url.pathname.startsWith('//');
  const isPage = !/^\/(?:sign-in|api|_next)(?:\/|$)/.test(url.pathname);
  return isOurs && isPage ? `${url.pathname}${url.search}${url.hash}` : '/';
}

/**
 * Sends credentials; answers the URL to redirect to, or null where a code of the second factor is
 * required.
 *
 * @throws {ApiProblem} that says why signing in failed.
 */
async function enter(path: string, fields: Record<string, string>): Promise<URL | null> {
  const sent = Object.entries(fields).filter(([name, value]) => name !== 'code' || value !== '');
  const onward = await sendToNextAuth(path, Object.fromEntries(sent));
  const error = onward.searchParams.get('error');
  if (error === 'code-needed') return null;
  const message = signInMessage(error);
  if (message !== null) throw new ApiProblem(401, message.title, message.detail);
  return onward;
}

/**
 * Signs in by e-mail and password in this browser; false where both are correct and a code of the
 * second factor is required as well.
 *
 * @throws {ApiProblem} that says why signing in failed.
 */
export async function signIn(email: string, password: string, code = ''): Promise<boolean> {
  return (await enter('callback/credentials', { email, password, code })) !== null;
}

/**
 * Completes signing in at another site with the password or code that is required besides; answers the
 * path to go to, or null where a code is required.
 *
 * @throws {ApiProblem} that says why signing in failed.
 */
export async function continueSignIn(fields: Record<string, string>): Promise<string | null> {
  const onward = await enter('callback/continue', fields);
  return onward && nextPath(`${onward.pathname}${onward.search}${onward.hash}`);
}

/**
 * Opens the sign-in page of another site in the tab of `location`; it returns to the path `next`.
 */
export async function signInElsewhere(
  wayId: string,
  next: string,
  location: Location = window.location,
): Promise<void> {
  const onward = await sendToNextAuth(`signin/${wayId}`, { callbackUrl: next });
  location.assign(onward);
}
