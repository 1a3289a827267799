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
