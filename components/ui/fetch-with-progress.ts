import { z } from 'zod';
import { ApiProblem, problemOf, serverAway } from './api';
import { streamedLines } from './streamed-lines';

/** How far long work has come. */
export type Progress = { done: number; total: number };

const count = z.number().nonnegative();
const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: count, total: count }),
  z.object({ kind: z.literal('answer'), answer: z.unknown() }),
  z.object({
    kind: z.literal('problem'),
    status: z.number(),
    title: z.string().default('It could not be done to its end'),
    detail: z.string(),
  }),
]);

const brokenOff = () =>
  new ApiProblem(
    0,
    'The answer broke off',
    'The server stopped before the answer was there. What was done until then is kept; please try again.',
  );

async function lastOf<Answer>(
  stream: ReadableStream<Uint8Array>,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  for await (const text of streamedLines(stream)) {
    const message = line.parse(JSON.parse(text));
    if (message.kind === 'problem')
      throw new ApiProblem(message.status, message.title, message.detail);
    if (message.kind === 'answer') return message.answer as Answer;
    onProgress({ done: message.done, total: message.total });
  }
  throw brokenOff();
}

/** What is asked, and who waits. */
type RequestOptions = {
  method?: 'GET' | 'POST';
  body?: unknown;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
};

/**
 * Asks our own API for something that may take long, with word of how far it has come where the server
 * tells. Throws an ApiProblem for every refusal; a call that was aborted throws as `fetch` does.
 */
export async function fetchWithProgress<Answer>(
  path: string,
  { method = 'GET', body, signal, onProgress }: RequestOptions,
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/x-ndjson, application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    credentials: 'same-origin',
    signal,
  }).catch((thrown: unknown) => {
    if (signal.aborted) throw thrown;
    throw serverAway();
  });
  if (!response.ok) throw await problemOf(response);
  const isStream = (response.headers.get('content-type') ?? '').includes('ndjson');
  try {
    if (isStream && response.body !== null) return await lastOf<Answer>(response.body, onProgress);
    return (await response.json()) as Answer;
  } catch (thrown) {
    if (signal.aborted || thrown instanceof ApiProblem) throw thrown;
    throw brokenOff();
  }
}
