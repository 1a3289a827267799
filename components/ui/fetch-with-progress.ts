import { z } from 'zod';
import { ApiProblem, problemOf, serverAway } from './api';

/** The lines of a stream of UTF-8 text, each as it comes; the last one needs no line break, and empty ones are left out. */
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
