import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { noteViewer } from '@/lib/access/request-context';
import type { Viewer } from '@/lib/access/viewer';
import { visitorOfBearer } from '@/lib/access/visitor';
import { visitorOfCookie, sessionCookie } from './visitor';

function noted(viewer: Viewer | null): Viewer | null {
  if (viewer !== null) noteViewer(viewer.userId);
  return viewer;
}

/**
 * The viewer of an API request, by its token, if it has one, else by its session; null for
 * visitors.
 */
export async function requestViewer(request: NextRequest): Promise<Viewer | null> {
  const authorization = request.headers.get('authorization');
  const visitor =
    authorization === null
      ? await visitorOfCookie(request.cookies.get(sessionCookie())?.value)
      : await visitorOfBearer(authorization);
  return noted(visitor?.viewer ?? null);
}

/** The viewer of this page; null for visitors. */
export async function pageVisitor(): Promise<Viewer | null> {
  const visitor = await visitorOfCookie((await cookies()).get(sessionCookie())?.value);
  return noted(visitor?.viewer ?? null);
}

/** The viewer of this page; visitors are sent to sign in and come back to `path`. */
export async function pageViewer(path = '/'): Promise<Viewer> {
  const viewer = await pageVisitor();
  if (viewer === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return viewer;
}
