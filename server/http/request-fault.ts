import type { IncomingMessage, ServerResponse } from 'node:http';

/** Why a request cannot be answered, before anybody looks at what it asks. */
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
 * Addresses of the framework that this product has no use for: its page for its worst hour, its
 * images, its data of pages of the old kind, and its tools for developers. Compared as the framework
 * does: without doubled slashes.
 */
function isUnusedDoor(path: string): boolean {
  const plain = path.replace(/[/\\]+/g, '/').toLowerCase();
  return /^\/(?:_global-error|_next\/(?:image|data|webpack-hmr|mcp)|__next[^/]*|_vercel)(?:\/|$)/.test(
    plain,
  );
}

const pathOf = (request: IncomingMessage): string => request.url?.split('?', 1)[0] ?? '';

/**
 * What is wrong with a request's first line: a method that nothing here takes, an address that
 * cannot be read. The pages' framework would fail on these; null when there is nothing.
 */
export function requestFault(request: IncomingMessage): RequestFault | null {
  const { method = '' } = request;
  if (!methods.includes(method))
    return { status: 405, title: 'It is not done so', detail: `Nothing here takes ${method}.` };
  if (!isReadable(pathOf(request)))
    return {
      status: 400,
      title: 'It cannot be read',
      detail: 'The address is not a path in percent-encoded UTF-8. Nothing was changed.',
    };
  if (isUnusedDoor(decodeURIComponent(pathOf(request))))
    return { status: 404, title: 'It is not there', detail: 'There is no such page.' };
  // There are no server actions; the framework would log an error for each that is asked for.
  if (request.headers['next-action'] !== undefined)
    return {
      status: 400,
      title: 'It cannot be read',
      detail: 'Nothing here takes a Next-Action header. Nothing was changed; use the API.',
    };
  return null;
}

/** A fault as a problem (RFC 9457), with a reason word where it passes by itself. */
export const problemText = ({ status, title, detail }: RequestFault, reason?: string): string =>
  JSON.stringify({ type: 'about:blank', title, status, detail, reason });

/** Answers a fault: as a problem in the API, in plain words elsewhere. */
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
 * Gives a body to the framework's bare “405” in the API, which it answers where an address does not
 * take the method: a problem, as every other refusal is.
 */
export function addMethodProblem(request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url = '' } = request;
  if (!url.startsWith('/api/')) return;
  const text = problemText({
    status: 405,
    title: 'It is not done so',
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
