import { noteDatabaseAway } from '@/lib/access/database-health';
import { log, logOnceAMinute } from '@/lib/access/log';
import { requestContext } from '@/lib/access/request-context';
import { databaseUnavailable, storageFull } from '@/lib/access/storage-state';
import { isDatabaseAway, isStorageFull } from '@/lib/db';
import type { Fault, Reason } from '@/lib/refusal';
import { Refusal } from '@/lib/refusal';

const statusOf: Record<Reason, number> = {
  unreadable: 400,
  unknown: 401,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  invalid: 422,
  'too-many': 429,
  busy: 503,
  costly: 422,
  'database-away': 503,
  'database-busy': 503,
  'storage-full': 507,
};

const titleOf: Record<number, string> = {
  400: 'It cannot be read',
  401: 'You are not signed in',
  403: 'You may not do this',
  404: 'It is not there',
  409: 'It conflicts with the current state',
  413: 'It is too large',
  415: 'This media type is not supported',
  422: 'Something is not valid',
  429: 'Too many requests',
  500: 'Something broke on our side',
  503: 'Not available at the moment',
  507: 'The disk is full',
};

function problem(
  status: number,
  detail: string,
  errors: Fault[] = [],
  {
    reason,
    headers = {},
    type = 'about:blank',
  }: { reason?: Reason; headers?: Record<string, string>; type?: string } = {},
): Response {
  const body = {
    type,
    title: titleOf[status],
    status,
    detail,
    ...(status >= 500 && reason !== undefined ? { reason } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}

/**
 * The response to an error: that of a refusal with its own sentence, any other with a general one
 * that reveals nothing.
 */
export function problemOf(thrown: unknown): Response {
  if (thrown instanceof Refusal) {
    const headers: Record<string, string> = {};
    if (thrown.retryAfter !== undefined)
      headers['retry-after'] = String(Math.ceil(thrown.retryAfter));
    if (thrown.reason === 'unknown') headers['www-authenticate'] = 'Bearer realm="Parallax"';
    const { reason, message, faults } = thrown;
    const type = thrown.type && `urn:parallax:${thrown.type}`;
    return problem(statusOf[reason], message, faults, { reason, headers, type });
  }
  if (isStorageFull(thrown)) {
    logOnceAMinute(
      'error',
      'storage-full',
      'The disk of the database is full: changes are refused.',
    );
    return problemOf(storageFull());
  }
  if (isDatabaseAway(thrown)) {
    noteDatabaseAway(thrown);
    return problemOf(databaseUnavailable('database-away'));
  }
  log.error('A request failed unexpectedly.', { error: thrown });
  const id = requestContext()?.requestId;
  const where = id === undefined ? '' : ` under the request ID ${id}`;
  return problem(
    500,
    `Nothing was changed as far as we know. It has been written to the log of the server${where}.`,
  );
}
