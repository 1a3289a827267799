import type { Fault, Reason } from '@/lib/refusal';
import { Refusal } from '@/lib/refusal';
import { isDatabaseAway } from '@/lib/db';

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
};

const titleOf: Record<number, string> = {
  400: 'It cannot be read',
  401: 'We do not know who you are',
  403: 'You may not do this',
  404: 'It is not there',
  409: 'It clashes with what is there now',
  413: 'It is too large',
  415: 'It is in a form that we do not take',
  422: 'It does not hold',
  429: 'Too many tries',
  500: 'Something broke on our side',
  503: 'The database cannot be reached',
};

function problem(
  status: number,
  detail: string,
  errors: Fault[] = [],
  headers: Record<string, string> = {},
  type = 'about:blank',
): Response {
  const body = {
    type,
    title: titleOf[status],
    status,
    detail,
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

/** The answer to whatever a deed threw: a refusal in its own words, anything else in none of its own. */
export function problemOf(thrown: unknown): Response {
  if (thrown instanceof Refusal) {
    const headers: Record<string, string> = {};
    if (thrown.retryAfter !== undefined)
      headers['retry-after'] = String(Math.ceil(thrown.retryAfter));
    if (thrown.reason === 'unknown') headers['www-authenticate'] = 'Bearer realm="Parallax"';
    const type = thrown.type && `urn:parallax:${thrown.type}`;
    return problem(statusOf[thrown.reason], thrown.message, thrown.faults, headers, type);
  }
  if (isDatabaseAway(thrown)) {
    return problem(503, 'Nothing was changed. Please try again in a moment.', [], {
      'retry-after': '2',
    });
  }
  console.error('A request failed unexpectedly:', thrown);
  return problem(
    500,
    'Nothing was changed as far as we know. It has been written to the log of the server.',
  );
}
