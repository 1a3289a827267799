import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/access/log';
import { observeRequest } from '@/lib/access/metrics';

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
