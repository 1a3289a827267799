import { AsyncResource } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { log } from '@/lib/access/log';
import { observeRequest } from '@/lib/access/metrics';

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

/** For a client that went away before anything was answered, as nginx counts them. */
const clientGone = 499;

/** Measures requests once they are answered, and logs each at the level `debug`; by route pattern. */
export function requestObserver(routeOf: (url: string) => string) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const began = performance.now();
    const { method = '', url = '' } = request;
    const end = () => {
      const seconds = (performance.now() - began) / 1000;
      const status = response.headersSent ? response.statusCode : clientGone;
      const route = routeOf(url);
      observeRequest(route, method, status, seconds);
      const milliseconds = Math.round(seconds * 1000);
      log.debug('Request answered.', { method, route, status, milliseconds });
    };
    // Bound, so that the line knows its request.
    response.once('close', AsyncResource.bind(end));
  };
}
