import type { IncomingMessage, ServerResponse } from 'node:http';

/** Why a request is rejected before it reaches the pages. */
export type RequestFault = { status: number; title: string; detail: string };

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function isReadable(path: string): boolean {
  if (!path.startsWith('/')) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Paths of Next.js that Parallax does not use: the global error page, images, data of the Pages Router
 * and developer tools. Compared as Next.js does, without repeated slashes.
 */
function isUnusedDoor(path: string): boolean {
  const plain = path.replace(/[/\\]+/g, '/').toLowerCase();
  return /^\/(?:_global-error|_next\/(?:image|data|webpack-hmr|mcp)|__next[^/]*|_vercel)(?:\/|$)/.test(
    plain,
  );
}

const pathOf = (request: IncomingMessage): string => request.url?.split('?', 1)[0] ?? '';

/**
 * What is wrong with a request's method, path or headers, on which Next.js would fail with an error of
 * its own; null if nothing is.
 */
export function requestFault(request: IncomingMessage): RequestFault | null {
  const { method = '' } = request;
  if (!methods.includes(method))
    return { status: 405, title: 'Method not allowed', detail: `No address here takes ${method}.` };
  if (!isReadable(pathOf(request)))
    return {
      status: 400,
      title: 'It cannot be read',
      detail: 'The address is not a path in percent-encoded UTF-8. Nothing was changed.',
    };
  if (isUnusedDoor(decodeURIComponent(pathOf(request))))
    return { status: 404, title: 'Not found', detail: 'There is no such page.' };
  // There are no server actions; Next.js would log an error for each request of one.
  if (request.headers['next-action'] !== undefined)
    return {
      status: 400,
      title: 'It cannot be read',
      detail: 'Nothing here takes a Next-Action header. Nothing was changed; use the API.',
    };
  return null;
}

/** A fault as a problem (RFC 9457), with a `reason` for faults that are temporary. */
export const problemText = ({ status, title, detail }: RequestFault, reason?: string): string =>
  JSON.stringify({ type: 'about:blank', title, status, detail, reason });

/** Answers a fault: as a problem in the API, as plain text elsewhere. */
export function respondWithFault(
  request: IncomingMessage,
  response: ServerResponse,
  { status, title, detail }: RequestFault,
): void {
  const isApi = /^\/api(?:[/?]|$)/.test(request.url ?? '');
  response.writeHead(status, {
    'content-type': isApi ? 'application/problem+json' : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 405 ? { allow: methods.join(', ') } : {}),
  });
  response.end(isApi ? problemText({ status, title, detail }) : `${detail}\n`);
}

/**
 * Adds a problem as body to the empty 405 with which Next.js answers a method that a route of the API
 * does not have.
 */
export function addMethodProblem(request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url = '' } = request;
  if (!url.startsWith('/api/')) return;
  const text = problemText({
    status: 405,
    title: 'Method not allowed',
    detail: `This address does not take ${method}. Nothing was changed.`,
  });
  const isBare = () => response.statusCode === 405 && !response.hasHeader('content-type');
  let body: string | undefined;
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    if (isBare() && method !== 'HEAD') {
      body = text;
      response.setHeader('content-type', 'application/problem+json');
      response.setHeader('cache-control', 'no-store');
      response.removeHeader('content-length');
    }
    return writeHead(...given);
  };
  response.end = (...given: unknown[]) => {
    if (!response.headersSent && isBare()) response.writeHead(405);
    return body === undefined ? end(...given) : end(body);
  };
}
