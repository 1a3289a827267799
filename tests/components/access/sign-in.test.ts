import { nextPath } from '@/components/access/sign-in';

test.each([
  ['/', '/'],
  ['/projects/1?version=2#labels', '/projects/1?version=2#labels'],
  ['/articles/ä b', '/articles/%C3%A4%20b'],
  ['/sign-inside', '/sign-inside'],
  ['/projects/../account', '/account'],
])('goes on to %s', (asked, onward) => {
  expect(nextPath(asked)).toBe(onward);
});

test.each([
  ['nothing', undefined],
  ['an empty path', ''],
  ['two of them', ['/a', '/b']],
  ['another server', 'https://example.org/'],
  ['another server without its scheme', '//example.org/'],
  ['another server behind a backslash', '/\\example.org/'],
  ['another server behind a tab', '/\t/example.org/'],
  ['two slashes after tidying', '/.//example.org'],
  ['a script', 'javascript:alert(1)'],
  ['a relative path', 'projects'],
  ['the sign-in page again', '/sign-in?next=/'],
  ['the sign-in page by a detour', '/projects/../sign-in'],
  ['the API', '/api/v1/me'],
  ['a port that is none', '//a:99999999'],
])('goes home for %s', (_, asked) => {
  expect(nextPath(asked)).toBe('/');
});
