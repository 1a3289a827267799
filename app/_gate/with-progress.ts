import { z } from 'zod';
import { problemOf } from './problem';

/** The media type of an answer that tells how far it has come: JSON, a line each. */
export const progressType = 'application/x-ndjson';

/** The lines of such an answer: progress, as often as there is some, then the answer, or why there is none. */
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

/** Nobody is there to read it; nginx calls it 499. */
const gone = () => new Response(null, { status: 499 });

/** Progress is told this often at most, in milliseconds. */
const pace = 100;

/**
 * Answers what `deed` gives; to one who asks for `progressType` line by line, with how far it has come.
 * What is refused before there is any progress is refused as ever, with its status. When the client goes
 * away, `signal` tells the deed to end.
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
          if (signal.aborted) return { kind: 'problem', status: 499, detail: 'It was ended.' };
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
