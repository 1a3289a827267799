import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { logRefusal } from '@/lib/access/log-refusal';
import { countApiRequest } from '@/lib/access/metrics';
import { requireDatabase, requireSpace } from '@/lib/access/storage-state';
import type { Viewer } from '@/lib/access/viewer';
import { reaches } from '@/lib/access/viewer';
import { Refusal, forbidden } from '@/lib/refusal';
import { addressOf, publicOrigin } from './address';
import { problemOf } from './problem';
import { readBody, readIdempotencyKey, readIfMatch, readParams, readQuery } from './read-request';
import { requestViewer } from './viewer';

const nothing = z.object({});

/**
 * An operation of the API: the schemas that its requests are validated by, which are also the
 * source of its description.
 */
export type Operation = {
  summary: string;
  /** `known`: requires a session or token; `anyone`: open to visitors too. */
  who: 'known' | 'anyone';
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Maximum size of the body in bytes, where it differs from the default. */
  maxBytes?: number;
  /** Null where the answer has no body (204). */
  answer: z.ZodType | null;
  /** The media type, where the answer is not JSON. */
  answerType?: string;
  /** Other media types of the answer that may be requested, with their schemas. */
  alsoAnswers?: Record<string, z.ZodType>;
  status?: number;
  /** Set where it changes nothing although its method could: then it needs no disk space. */
  changesNothing?: true;
  /** Set where it is answered without the database: then there is no viewer. */
  withoutDatabase?: true;
};

type Of<Schema extends z.ZodType | undefined> = Schema extends z.ZodType
  ? z.infer<Schema>
  : Record<string, never>;

/** One request, authenticated and validated. */
type Call<Op extends Operation> = {
  viewer: Op['who'] extends 'known' ? Viewer : Viewer | null;
  params: Of<Op['params']>;
  query: Of<Op['query']>;
  body: Of<Op['body']>;
  ifMatch: number | null;
  idempotencyKey: string | null;
  /** Network address of the client. */
  address: string;
  /** Public address of this server, without a trailing slash. */
  origin: string;
  request: Request;
};

class Reply {
  constructor(
    readonly value: unknown,
    readonly init: { status?: number; headers?: Record<string, string> },
  ) {}
}

/** A response with a status or headers of its own. */
export function reply(
  value: unknown,
  init: { status?: number; headers?: Record<string, string> },
): Reply {
  return new Reply(value, init);
}

const safe = new Set(['GET', 'HEAD']);

async function callOf(
  operation: Operation,
  request: NextRequest,
  params: unknown,
): Promise<Call<Operation>> {
  if (!operation.withoutDatabase) requireDatabase();
  const viewer = operation.withoutDatabase ? null : await requestViewer(request);
  if (viewer === null && operation.who === 'known') {
    throw new Refusal(
      'unknown',
      'Please sign in, or send a token that is valid. Nothing was changed.',
    );
  }
  const reads = safe.has(request.method);
  if (viewer !== null && !reaches(viewer, reads ? 'read' : 'write')) {
    throw forbidden(
      `This token does not have the scope “${reads ? 'read' : 'write'}”. Nothing was changed.`,
    );
  }
  const origin = publicOrigin(request);
  if (!reads && viewer?.by === 'session' && request.headers.get('origin') !== origin) {
    throw forbidden('This request did not come from our own pages. Nothing was changed.');
  }
  if (!reads && !operation.changesNothing) requireSpace();
  return {
    viewer: viewer as Viewer,
    params: readParams(operation.params ?? nothing, params) as Record<string, never>,
    query: readQuery(operation.query ?? nothing, request.nextUrl) as Record<string, never>,
    body: (operation.body === undefined
      ? {}
      : await readBody(operation.body, request, operation.maxBytes)) as Record<string, never>,
    ifMatch: readIfMatch(request),
    idempotencyKey: readIdempotencyKey(request),
    address: addressOf(request),
    origin,
    request,
  };
}

function answered(operation: Operation, result: unknown): Response {
  if (result instanceof Response) return result;
  const { value, init } = result instanceof Reply ? result : new Reply(result, {});
  const headers = { 'cache-control': 'no-store', ...init.headers };
  // JSON that a worker has serialized.
  if (value instanceof Uint8Array)
    return new Response(new Uint8Array(value), {
      status: init.status ?? operation.status ?? 200,
      headers: { 'content-type': 'application/json', ...headers },
    });
  if (operation.answer === null || value === undefined)
    return new Response(null, { status: init.status ?? 204, headers });
  return Response.json(value, { status: init.status ?? operation.status ?? 200, headers });
}

/**
 * Makes a route handler: authenticates the viewer, validates the request, calls `handle`, and
 * answers with its result or the refusal that it threw. The operation stays on the handler, for the
 * description of the API.
 */
export function respond<const Op extends Operation>(
  operation: Op,
  handle: (call: Call<Op>) => unknown,
) {
  const handler = async (
    request: NextRequest,
    context: { params: Promise<unknown> },
  ): Promise<Response> => {
    const began = performance.now();
    const answer = await callOf(operation, request, (await context.params) ?? {})
      .then(async (call) => answered(operation, await handle(call as unknown as Call<Op>)))
      .catch((thrown: unknown) => {
        if (thrown instanceof Refusal) logRefusal(thrown, operation.summary);
        return problemOf(thrown);
      });
    countApiRequest(request.method, answer.status, (performance.now() - began) / 1000);
    return answer;
  };
  return Object.assign(handler, { operation });
}
