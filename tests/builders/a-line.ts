import type { Call } from '@/components/outbox/requests';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Viewer } from '@/lib/access/viewer';
import { callApi } from '@/components/ui/api';
import { callRoute } from '@/tests/harness/call-route';

/**
 * What a connection does to a request: passes it, breaks before or after the server has handled it,
 * or answers itself.
 */
export type Fate =
  | 'pass'
  | 'break'
  | 'break-after'
  | { status: number; problem?: string; retryAfter?: number };

/** A real connection from a browser to our API, which can be made to fail. */
export type Line = {
  call: Call;
  /** Who is signed in at this browser. */
  signedIn: Viewer | null;
  fate: (method: string, path: string) => Fate | Promise<Fate>;
  /** “PUT /api/v1/…” for each request that reached the server, in order. */
  reached: string[];
  close(): Promise<void>;
};

const passedOn = ['idempotency-key', 'if-match'];

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? undefined : Buffer.concat(parts).toString('utf8');
}

async function answer(line: Line, request: IncomingMessage, response: ServerResponse) {
  const { method = 'GET', url = '/' } = request;
  const body = await bodyOf(request);
  const fate = await line.fate(method, url);
  if (fate === 'break') return void request.socket.destroy();
  if (typeof fate === 'object') {
    const detail = fate.problem ?? 'Made up by the test.';
    const after = fate.retryAfter === undefined ? {} : { 'retry-after': String(fate.retryAfter) };
    response.writeHead(fate.status, { 'content-type': 'application/problem+json', ...after });
    return void response.end(JSON.stringify({ title: 'No', status: fate.status, detail }));
  }
  line.reached.push(`${method} ${url}`);
  const headers = Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const apiResponse = await callRoute(method, url, { as: line.signedIn, body, headers });
  if (fate === 'break-after') return void request.socket.destroy();
  response.writeHead(apiResponse.status, {
    'content-type': apiResponse.headers.get('content-type') ?? '',
  });
  response.end(apiResponse.status === 204 ? undefined : JSON.stringify(apiResponse.body));
}

/** Opens a connection, on which nothing fails until `fate` says so. */
export async function aLine(signedIn: Viewer): Promise<Line> {
  const server = createServer((request, response) => void answer(line, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const line: Line = {
    signedIn,
    reached: [],
    fate: () => 'pass',
    call: (method, path, body, options) => callApi(method, `${address}${path}`, body, options),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return line;
}
