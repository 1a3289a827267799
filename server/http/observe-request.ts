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
 * A function from a URL to the pattern of its page or API route in the build in `folder`, such as
 * `/projects/[projectId]`; `/_next` for static files, `none` if there is none. Patterns have neither
 * ids nor secrets, so they can be labels of metrics and be logged.
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
    // No route has longer paths; matching them would only take time.
    if (path.length > 1000) return 'none';
    return patterns.find(({ regex }) => regex.test(path))?.page ?? 'none';
  };
}

/** The status for a client that disconnected before the answer, as in nginx. */
const clientGone = 499;

/** A function that records the duration of a request by route pattern, and logs it at level `debug`. */
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
    // Bound to the request context, so that the log line has its request id.
    response.once('close', AsyncResource.bind(end));
  };
}
