import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match';
import { prepareDestination } from 'next/dist/shared/lib/router/utils/prepare-destination';
import { z } from 'zod';

const redirect = z.object({
  source: z.string(),
  destination: z.string(),
  permanent: z.boolean(),
});

const script =
  'import("./next.config.js").then(({ default: config }) => console.log(JSON.stringify(config.redirects())))';
const redirects = z
  .array(redirect)
  .parse(JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })));

/** The redirect of Next for an address; null where there is none. */
function redirectOf(path: string, query: Record<string, string> = {}) {
  for (const { source, destination, permanent } of redirects) {
    const params = getPathMatch(source, { strict: true, sensitive: false })(path);
    if (params === false) continue;
    const appendParamsToQuery = false;
    const { newUrl, parsedDestination } = prepareDestination({
      appendParamsToQuery,
      destination,
      params,
      query,
    });
    return { path: newUrl, query: { ...parsedDestination.query }, permanent };
  }
  return null;
}

test.each([
  ['/articles/a1/readings', '/articles/a1/annotations'],
  ['/projects/p1/settling', '/projects/p1/adjudication'],
  ['/projects/p1/competences', '/projects/p1/performance'],
])('%s has moved to %s for good, with its query', (before, after) => {
  expect(redirectOf(before, { from: 'x' })).toEqual({
    path: after,
    query: { from: 'x' },
    permanent: true,
  });
  expect(redirectOf(after)).toBeNull();
});

test('what has moved is a page at its new address, and none at the old one', () => {
  const pageAt = (path: string) => `app${path.replace(/:(\w+)/g, '[$1]')}/page.tsx`;
  for (const { source, destination } of redirects) {
    expect(existsSync(pageAt(destination))).toBe(true);
    expect(existsSync(pageAt(source))).toBe(false);
  }
});
