import { owner } from './running-server';

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Sends e-mail, password and an optional code as the sign-in page does; returns the response. */
export async function trySignIn(
  address: string,
  email: string,
  password: string,
  code?: string,
): Promise<Response> {
  const csrf = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(csrf), origin: address },
    body: new URLSearchParams({
      ...(code === undefined ? {} : { code }),
      csrfToken,
      email,
      password,
      json: 'true',
    }),
  });
}

/** A signed-in person, whose requests have their cookie and our own Origin. */
export type Session = {
  cookie: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON and returns the answer; throws unless it succeeded. */
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
};

/** Signs in over HTTP, by default as the first owner of servers for tests. */
export async function signIn(
  address: string,
  { email, password }: { email: string; password: string } = owner,
): Promise<Session> {
  const answer = await trySignIn(address, email, password);
  const cookie = cookiesOf(answer);
  if (!cookie.includes('session-token')) throw new Error(`Sign-in was refused: ${answer.status}`);
  const fetchWithCookie = (path: string, init: RequestInit = {}) =>
    fetch(address + path, {
      ...init,
      headers: {
        cookie,
        origin: address,
        'content-type': 'application/json',
        // On one machine compressing costs more than sending.
        'accept-encoding': 'identity',
        ...(init.headers as Record<string, string> | undefined),
      },
    });
  return {
    cookie,
    fetch: fetchWithCookie,
    async call<Answer>(method: string, path: string, body?: unknown) {
      const sent = await fetchWithCookie(path, { method, body: JSON.stringify(body) });
      const text = await sent.text();
      if (!sent.ok) throw new Error(`${method} ${path} was answered ${sent.status}: ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    },
  };
}
