import { AsyncLocalStorage } from 'node:async_hooks';

/** The context of the current request; `userId` is null until it is authenticated. */
type RequestContext = { requestId: string; address: string; userId: string | null };

// Pages and server run in one process, each with its own copy of this module.
const held = globalThis as { parallaxRequests?: AsyncLocalStorage<RequestContext> };

const requests = (): AsyncLocalStorage<RequestContext> =>
  (held.parallaxRequests ??= new AsyncLocalStorage());

/** Runs `work`, including its asynchronous parts, in the context of a request. */
export function inRequest<Result>(
  request: { requestId: string; address: string },
  work: () => Result,
): Result {
  return requests().run({ ...request, userId: null }, work);
}

/** The context of the current request; null outside of requests. */
export function requestContext(): RequestContext | null {
  return requests().getStore() ?? null;
}

/** Notes the authenticated person in the context of the current request. */
export function noteViewer(userId: string): void {
  const context = requests().getStore();
  if (context !== undefined) context.userId = userId;
}
