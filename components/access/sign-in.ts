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
 * Sends a form to one of next-auth's own addresses with its token against forgery; answers the
 * address that it names to go on to. Throws an ApiProblem when no such answer comes.
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

const nowhere = 'http://parallax.invalid';

/**
 * Where to go after signing in: the path that was asked for when it is one of this house, else `/`.
 * Never another server, never the API, never the sign-in page again.
 */
export function nextPath(asked: string | string[] | null | undefined): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, nowhere))
    return '/';
  const url = new URL(asked, nowhere);
  const isOurs = url.origin === nowhere && !url.pathname.startsWith('//');
  const isPage = !/^\/(?:sign-in|api|_next)(?:\/|$)/.test(url.pathname);
  return isOurs && isPage ? `${url.pathname}${url.search}${url.hash}` : '/';
}

/** Where to go on to; null where a code of the second factor is wanted first. Throws an ApiProblem that says why not. */
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
 * Signs in by e-mail and password in this browser; throws an ApiProblem that says why not. False
 * where both are right and a code of the second factor is wanted as well.
 */
export async function signIn(email: string, password: string, code = ''): Promise<boolean> {
  return (await enter('callback/credentials', { email, password, code })) !== null;
}

/** Comes in by another site's word and what is wanted beside it; answers where to go on to, as `enter` does. */
export async function continueSignIn(fields: Record<string, string>): Promise<string | null> {
  const onward = await enter('callback/continue', fields);
  return onward && nextPath(`${onward.pathname}${onward.search}${onward.hash}`);
}

/** Leaves for another site that says who this is, in the tab of `location`; comes back to the path `next`. */
export async function signInElsewhere(
  wayId: string,
  next: string,
  location: Location = window.location,
): Promise<void> {
  const onward = await sendToNextAuth(`signin/${wayId}`, { callbackUrl: next });
  location.assign(onward);
}
