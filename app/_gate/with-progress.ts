import { z } from 'zod';
import { problemOf } from './problem';

/** Media type of an answer with progress: JSON, one object a line. */
export const progressType = 'application/x-ndjson';

/** The lines of an answer with progress: any number of `progress`, then the answer or a problem. */
export function progressLines<Answer extends z.ZodType>(answer: Answer) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
    z.object({ kind: z.literal('answer'), answer }),
    z.object({ kind: z.literal('problem'), status: z.int(), detail: z.string() }),
  ]);
}

type Waiting = {
  signal: AbortSignal;
  onProgress: (at: { done: number; total: number }) => void;
};

type Line = { kind: 'progress' | 'answer' | 'problem' } & Record<string, unknown>;

/** The client has gone; nginx calls it 499. */
const gone = () => new Response(null, { status: 499 });

/** Minimum interval between progress lines, in milliseconds. */
const pace = 100;

/**
 * Answers with the result of `work`; to clients that accept `progressType` line by line, with
 * progress. A refusal before any progress is answered with its status, as ever. When the client
 * goes away, `signal` aborts the work.
 */
export async function withProgress<Answer>(
  request: Request,
  work: (waiting: Waiting) => Promise<Answer>,
): Promise<Answer | Response> {
  const leaving = new AbortController();
  request.signal.addEventListener('abort', () => leaving.abort(), { once: true });
  const { signal } = leaving;
  if (!(request.headers.get('accept') ?? '').includes(progressType))
    return work({ signal, onProgress: () => undefined }).catch((thrown: unknown) => {
      if (signal.aborted) return gone();
      throw thrown;
    });
  const encoder = new TextEncoder();
  let send: ((line: Line) => void) | null = null;
  let last: Line | null = null;
  let sentAt = 0;
  let begun = (): void => undefined;
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const answer = work({
    signal,
    onProgress: ({ done, total }) => {
      last = { kind: 'progress', done, total };
      begun();
      if (performance.now() - sentAt < pace) return;
      sentAt = performance.now();
      send?.(last);
    },
  });
  await Promise.race([first, answer]);
  const lines = new ReadableStream<Uint8Array>({
    async start(stream) {
      send = (line) => stream.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      if (last !== null) send(last);
      const end = await answer
        .then((value): Line => ({ kind: 'answer', answer: value }))
        .catch(async (thrown: unknown): Promise<Line> => {
          if (signal.aborted)
            return { kind: 'problem', status: 499, detail: 'The request was aborted.' };
          const problem = problemOf(thrown);
          const { detail } = (await problem.json()) as { detail: string };
          return { kind: 'problem', status: problem.status, detail };
        });
      if (signal.aborted) return;
      send(end);
      stream.close();
    },
    cancel() {
      leaving.abort();
    },
  });
  return new Response(lines, {
    headers: { 'content-type': progressType, 'cache-control': 'no-store' },
  });
}
