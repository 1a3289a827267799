import { z } from 'zod';
import { ApiProblem } from '@/components/ui/api';

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
