import { encode } from 'next-auth/jwt';
import { NextRequest } from 'next/server';
import type { RouteModule } from '@/app/api/v1/openapi.json/operations';
import { routeModules } from '@/app/api/v1/openapi.json/operations';
import type { Viewer } from '@/lib/access/viewer';
import { sessionIdOf } from '@/tests/builders/signed-in';

/** The sender of a request: a person by session, a token, or nobody. */
export type Caller = Viewer | { token: string } | null;

/** The request. `body` is sent as JSON, strings and bytes as they are. */
export type RouteCallOptions = { as?: Caller; body?: unknown; headers?: Record<string, string> };

/** The answer; `body` is parsed if it is JSON. */
export type Answer = { status: number; headers: Headers; body: unknown };

const origin = 'http://127.0.0.1:3000';

process.env.NEXTAUTH_SECRET ??= 'a secret of the tests alone';

type Handler = (request: NextRequest, context: { params: Promise<unknown> }) => Promise<Response>;

const routes = Object.entries(routeModules).map(([template, module]) => ({
  names: [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
  pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`),
  module,
}));

async function identify(as: Caller): Promise<Record<string, string>> {
  if (as === null) return {};
  if ('token' in as) return { authorization: `Bearer ${as.token}` };
  const token = { sub: as.userId, sid: await sessionIdOf(as) };
  const session = await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? '' });
  return { cookie: `next-auth.session-token=${session}`, origin };
}

function bodyOf(body: unknown): { body?: BodyInit; headers: Record<string, string> } {
  if (body === undefined) return { headers: {} };
  const headers = { 'content-type': 'application/json' };
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  return { body: isRaw ? (body as BodyInit) : JSON.stringify(body), headers };
}

/** Calls the API's handler of this method and path, as Next would; 405 if there is none. */
export async function callRoute(
  method: string,
  path: string,
  asked: RouteCallOptions = {},
): Promise<Answer> {
  const url = new URL(path, origin);
  const route = routes.find(({ pattern }) => pattern.test(url.pathname));
  if (route === undefined) throw new Error(`No route of the API is at ${url.pathname}.`);
  const handler = route.module[method as keyof RouteModule] as Handler | undefined;
  if (handler === undefined) return { status: 405, headers: new Headers(), body: null };
  const values = route.pattern.exec(url.pathname)?.slice(1) ?? [];
  const params = Object.fromEntries(
    route.names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]),
  );
  const { body, headers } = bodyOf(asked.body);
  const request = new NextRequest(url, {
    method,
    headers: {
      host: url.host,
      ...headers,
      ...(await identify(asked.as ?? null)),
      ...asked.headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  const text = await response.text();
  const read: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body: read };
}
