import { z } from 'zod';

const problemBody = z.object({
  type: z.string().default('about:blank'),
  title: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

/** The API refused, broke or could not be reached (status 0): what happened, in words to show. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: { path: string; message: string }[] = [],
    /** Seconds until asking again makes sense. */
    readonly retryAfter?: number,
    /** What the refusal is about, where a page has something to do about it. */
    readonly type = 'about:blank',
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

/** What a call may carry beside its body. */
export type CallOptions = {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Lets the call outlive the page. */
  keepalive?: boolean;
};

/** The problem of a server that did not answer. */
export function serverAway(): ApiProblem {
  return new ApiProblem(
    0,
    'The server cannot be reached',
    'It may not have been told, and what you entered is still here. Check the connection, then try again.',
  );
}

/** The problem that an answer tells of. */
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
 * Calls our own API with JSON in and out; undefined for an answer without content. Throws an
 * ApiProblem for every refusal and for a server that is away; a call that was aborted throws as
 * `fetch` does.
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

/** A problem as a page tells it: a title and the sentences under it. */
export type ProblemMessage = { title: string; lines: string[] };

const nothingChanged = 'Nothing was changed, and what you entered is still here.';

/**
 * The words for a problem. Where single fields do not hold, each is told by its own message, with
 * its path only where that lies deep; everything else is told as the server tells it.
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
    title: errors.length === 1 ? 'One thing does not hold' : 'Some things do not hold',
    lines: lines.some((line) => line.includes('Nothing was')) ? lines : [...lines, nothingChanged],
  };
}
