import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { decode } from 'next-auth/jwt';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import { viewerOfToken } from '@/lib/access/viewer-of-token';
import type { Viewer } from '@/lib/access/viewer';
import { sessionCookie } from './auth';

async function viewerOfCookie(cookie: string | undefined): Promise<Viewer | null> {
  if (!cookie) return null;
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) return null;
  const session = await decode({ token: cookie, secret }).catch(() => null);
  if (typeof session?.sub !== 'string' || typeof session.epoch !== 'number') return null;
  return viewerOfSession(session.sub, session.epoch);
}

/** Who sends this API request: by a token, when one is sent, else by the session. Null: nobody we know. */
export async function requestViewer(request: NextRequest): Promise<Viewer | null> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const secret = /^Bearer ([\w-]{1,200})$/.exec(authorization)?.[1];
    return secret === undefined ? null : viewerOfToken(secret);
  }
  return viewerOfCookie(request.cookies.get(sessionCookie())?.value);
}

/** Who looks at this page; null for nobody. */
export async function pageVisitor(): Promise<Viewer | null> {
  return viewerOfCookie((await cookies()).get(sessionCookie())?.value);
}

/** Who looks at this page; nobody is sent to sign in and comes back to `path` afterwards. */
export async function pageViewer(path = '/'): Promise<Viewer> {
  const viewer = await pageVisitor();
  if (viewer === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return viewer;
}
