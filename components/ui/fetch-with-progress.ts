import { z } from 'zod';
import { ApiProblem, problemOf, serverAway } from './api';

/**
 * The lines of a stream of UTF-8 text as they arrive, without empty ones; the last needs no line
 * break.
 */
export async function* streamedLines(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + decoder.decode(value, { stream: !done })).split(/\r?\n/);
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line.trim() !== '') yield line;
      if (done) return;
    }
  } finally {
    reader.releaseLock();
  }
}

/** The progress of a long computation, in units of its own. */
export type Progress = { done: number; total: number };

const count = z.number().nonnegative();
const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: count, total: count }),
  z.object({ kind: z.literal('answer'), answer: z.unknown() }),
  z.object({
    kind: z.literal('problem'),
    status: z.number(),
    title: z.string().default('It could not be completed'),
    detail: z.string(),
  }),
]);

const brokenOff = () =>
  new ApiProblem(
    0,
    'The answer was cut off',
    'The server stopped before the answer was complete. What was done until then is saved; please try again.',
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

/** The request, and who receives its progress. */
type RequestOptions = {
  method?: 'GET' | 'POST';
  body?: unknown;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
};

/**
 * Calls our own API for an answer that may take long, and reports progress where the server sends
 * it (NDJSON).
 *
 * @throws {ApiProblem} for every refusal and for an incomplete answer; an aborted call throws as
 * `fetch` does.
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
