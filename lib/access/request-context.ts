import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of the request under way; `userId` once it is known who asks. */
export type RequestContext = { requestId: string; address: string; userId: string | null };

// The pages stand beside the server in one process, each with a copy of this file.
const held = globalThis as { parallaxRequests?: AsyncLocalStorage<RequestContext> };

const requests = (): AsyncLocalStorage<RequestContext> =>
  (held.parallaxRequests ??= new AsyncLocalStorage());

/** Runs `work` as part of a request, whatever it waits for included. */
export function inRequest<Result>(
  request: { requestId: string; address: string },
  work: () => Result,
): Result {
  return requests().run({ ...request, userId: null }, work);
}

/** The request under way; null where there is none, as in what the server does by itself. */
export function requestContext(): RequestContext | null {
  return requests().getStore() ?? null;
}

/** Notes who asks in the request under way. */
export function noteViewer(userId: string): void {
  const context = requests().getStore();
  if (context !== undefined) context.userId = userId;
}
