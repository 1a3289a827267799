import NextAuth from 'next-auth';
import { NextRequest } from 'next/server';
import { z } from 'zod';
import { Refusal, absent } from '@/lib/refusal';
import { addressOf, publicOrigin } from './address';
import type { SignInRequest } from './auth';
import { authOptions } from './auth';
import { isIssuerRight } from './identity-providers';
import { problemOf } from './problem';
import { bytesUpTo, readBody } from './read-request';
import { deviceCookie, noPendingCookie, pendingCookie } from './sign-in-cookies';
import { visitorOfCookie, sessionCookie } from './visitor';

/** Maximum size of a form in bytes; those of next-auth are smaller. */
const maxBytes = 100_000;

const fields = z.record(z.string(), z.union([z.string(), z.boolean().transform(String)]));

/** Cookies that next-auth fails on at every request; a refusal deletes them. */
const callbackCookies = ['next-auth.callback-url', '__Host-next-auth.callback-url'];

function checkCallback(address: string | null | undefined, origin: string): void {
  if (!address) return;
  const read = address.startsWith('/') ? `${origin}${address}` : address;
  if (URL.canParse(read) && /^https?:$/.test(new URL(read).protocol)) return;
  throw new Refusal('unreadable', 'The callbackUrl is not an address. Nobody was signed in.');
}

async function fieldsOf(request: NextRequest): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return new URLSearchParams(await readBody(fields, request, maxBytes));
  return new URLSearchParams(new TextDecoder().decode(await bytesUpTo(request, maxBytes)));
}

/** A request that next-auth can parse without failing, and the e-mail address in its form. */
type Readable = { asked: NextRequest; email: string | null };

/**
 * The request as a form that next-auth can parse without failing.
 *
 * @throws {Refusal} `unreadable` or `invalid`
 */
async function readable(request: NextRequest): Promise<Readable> {
  const origin = publicOrigin(request);
  for (const name of callbackCookies) checkCallback(request.cookies.get(name)?.value, origin);
  checkCallback(request.nextUrl.searchParams.get('callbackUrl'), origin);
  if (request.method !== 'POST') return { asked: request, email: null };
  const sent = await fieldsOf(request);
  checkCallback(sent.get('callbackUrl'), origin);
  if ([...sent].flat().some((text) => text.includes('\u0000')))
    throw new Refusal('invalid', 'The form has a NUL in it. Nobody was signed in.');
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/x-www-form-urlencoded');
  headers.delete('content-length');
  const asked = new NextRequest(request.url, { method: 'POST', headers, body: sent.toString() });
  return { asked, email: sent.get('email') };
}

/** The answer of next-auth, in the form of the rest of the API where it refuses. */
async function inOurForm(answer: Response): Promise<Response> {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status >= 400 && type.startsWith('text/plain'))
    return problemOf(absent('address in this API'));
  if (answer.status !== 401 || !type.includes('json')) return answer;
  const result = (await answer.json()) as { url?: string };
  const wait = /[?&]error=too-many(?:%3A|:)(\d{1,6})\b/i.exec(result.url ?? '')?.[1];
  if (wait === undefined) return Response.json(result, { status: 401, headers: answer.headers });
  const message = 'Please wait before you try again. Nobody was signed in.';
  const refusal = problemOf(new Refusal('too-many', message, [], Number(wait)));
  const headers = new Headers(answer.headers);
  for (const [name, value] of refusal.headers) headers.set(name, value);
  const problem = (await refusal.json()) as Record<string, unknown>;
  return new Response(JSON.stringify({ ...problem, url: result.url }), { status: 429, headers });
}

/** Remembers the browser as a device of this account, once a password has led to a session. */
function withDevice({ asked, email }: Readable, answer: Response): Response {
  const isPassword = asked.nextUrl.pathname.endsWith('/callback/credentials');
  const isIn = answer.headers
    .getSetCookie()
    .some((cookie) => cookie.startsWith(sessionCookie()) && !/max-age=0/i.test(cookie));
  if (!isPassword || !isIn || email === null) return answer;
  const cookie = deviceCookie(asked.headers.get('cookie') ?? undefined, email);
  if (cookie !== null) answer.headers.append('set-cookie', cookie);
  return answer;
}

/**
 * Redirects to the sign-in page where the metadata of the OIDC provider name another issuer than
 * the configured one; null otherwise.
 */
async function fromImpostor({ asked }: Readable, origin: string): Promise<Response | null> {
  const issuer = process.env.OIDC_ISSUER;
  if (!issuer || !/\/(?:signin|callback)\/oidc$/.test(asked.nextUrl.pathname)) return null;
  if (await isIssuerRight(issuer)) return null;
  const url = `${origin}/sign-in?error=OAuthSignin`;
  return asked.method === 'POST' ? Response.json({ url }) : Response.redirect(url, 302);
}

/**
 * Lets next-auth answer, without its errors of status 500: what it would fail on is refused with
 * the proper status, and too many attempts are a 429 that says how long to wait.
 */
export async function answerSignIn(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  try {
    const read = await readable(request);
    const refused = await fromImpostor(read, publicOrigin(request));
    if (refused !== null) return refused;
    // This fails where the database cannot be reached; next-auth would take the cookie for an ended
    // session.
    const visitor = await visitorOfCookie(request.cookies.get(sessionCookie())?.value);
    const noted: SignInRequest = { headers: request.headers, visitor, address: addressOf(request) };
    const answer = (await NextAuth(read.asked, context, authOptions(noted))) as Response;
    if (noted.failed !== undefined) throw noted.failed;
    if (noted.pending !== undefined)
      answer.headers.append('set-cookie', await pendingCookie(noted.pending));
    if (noted.isContinued) answer.headers.append('set-cookie', noPendingCookie());
    return await inOurForm(withDevice(read, answer));
  } catch (thrown) {
    const refusal = problemOf(thrown);
    for (const name of callbackCookies)
      if (request.cookies.has(name))
        refusal.headers.append(
          'set-cookie',
          `${name}=; Path=/; Max-Age=0; HttpOnly${name.startsWith('__Host-') ? '; Secure' : ''}`,
        );
    return refusal;
  }
}
