import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const route = z.object({ page: z.string(), regex: z.string() });
const manifest = z.object({ staticRoutes: z.array(route), dynamicRoutes: z.array(route) });

/**
 * Answers the pattern of the page or route of the API that serves a path, such as
 * `/projects/[projectId]`: one of those that the build in `folder` has, `/_next` for its files, or
 * `none`. A pattern has no ids, so it can be counted by, and no secrets, so it can be logged.
 */
export function routePatterns(folder: string): (url: string) => string {
  const text = readFileSync(join(folder, 'routes-manifest.json'), 'utf8');
  const { staticRoutes, dynamicRoutes } = manifest.parse(JSON.parse(text));
  const whole = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (url) => {
    const path = url.split('?', 1)[0] ?? '';
    if (path.startsWith('/_next/')) return '/_next';
    if (whole.has(path)) return path;
    // Longer ones are not ours, and would only take time.
    if (path.length > 1000) return 'none';
    return patterns.find(({ regex }) => regex.test(path))?.page ?? 'none';
  };
}
