import { z } from 'zod';

const problemBody = z.object({
  type: z.string().default('about:blank'),
  title: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

/**
 * A failed API call (refused, broken, or status 0 where the server cannot be reached), with a title
 * and detail to show.
 */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: { path: string; message: string }[] = [],
    /** Seconds to wait before the next try. */
    readonly retryAfter?: number,
    /** The problem type (a URN) where a page handles it in its own way. */
    readonly type = 'about:blank',
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

/** Options of an API call. */
type CallOptions = {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Whether the request continues after the page is closed. */
  keepalive?: boolean;
};

/** The problem to show where the server did not answer. */
export function serverAway(): ApiProblem {
  return new ApiProblem(
    0,
    'The server cannot be reached',
    'Your request may not have arrived, and what you entered is still here. Check the connection, then try again.',
  );
}

/**
 * The problem in an error response (RFC 9457), or a general one where its body is something else.
 */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const parsed = problemBody.safeParse(await response.json().catch(() => null));
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  if (!parsed.success)
    return new ApiProblem(
      response.status,
      'The server did not answer as it should',
      `It answered with status ${response.status}. What you entered is still here. Please try again in a moment.`,
      [],
      retryAfter,
    );
  const { title, detail, errors, type } = parsed.data;
  return new ApiProblem(response.status, title, detail, errors, retryAfter, type);
}

/**
 * Calls our own API with JSON in and out; answers undefined for an empty response (204).
 *
 * @throws {ApiProblem} for every error response and where the server cannot be reached; an aborted call
 * throws as `fetch` does.
 */
export async function callApi<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  { headers, signal, keepalive }: CallOptions = {},
): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
    keepalive,
    credentials: 'same-origin',
  }).catch((thrown: unknown) => {
    if (signal?.aborted) throw thrown;
    throw serverAway();
  });
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json().catch((thrown: unknown) => {
    if (signal?.aborted) throw thrown;
    throw serverAway();
  })) as T;
}

/** A problem as a page shows it: a title and the sentences under it. */
type ProblemMessage = { title: string; lines: string[] };

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const counted = (fields: number) =>
  `${numerals[fields] ?? fields} ${fields === 1 ? 'field' : 'fields'}`;

const nothingChanged = 'Nothing was changed, and what you entered is still here.';

/**
 * The title and sentences for a problem. Invalid fields are listed by their messages, with the path
 * only for nested ones; everything else is shown as the server sent it.
 */
export function problemMessage({
  status,
  title,
  detail,
  errors,
}: Pick<ApiProblem, 'status' | 'title' | 'detail' | 'errors'>): ProblemMessage {
  if (status !== 422 || errors.length === 0)
    return {
      title,
      lines: [
        detail,
        ...errors.map(({ message }) => message).filter((message) => !detail.includes(message)),
      ],
    };
  const lines = errors.map(({ path, message }) =>
    path.includes('.') ? `${path}: ${message}` : message,
  );
  return {
    title: `Please correct ${counted(errors.length)}`,
    lines: lines.some((line) => line.includes('Nothing was')) ? lines : [...lines, nothingChanged],
  };
}
