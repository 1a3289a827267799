import { z } from 'zod';
import { ApiProblem, problemOf, serverAway } from '@/components/ui/api';
import type { AgreementView } from '@/lib/agreement/agreement-view';
import { streamedLines } from './streamed-lines';

/** How far a reckoning has come. */
export type Progress = { done: number; total: number };

const count = z.number().nonnegative();
const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: count, total: count }),
  z.object({ kind: z.literal('answer'), answer: z.unknown() }),
  z.object({
    kind: z.literal('problem'),
    status: z.number(),
    title: z.string().default('The figures could not be reckoned'),
    detail: z.string(),
  }),
]);

const brokenOff = () =>
  new ApiProblem(
    0,
    'The answer broke off',
    'The server stopped before the figures were there. What is reckoned already is kept; please try again.',
  );

async function lastOf(
  stream: ReadableStream<Uint8Array>,
  onProgress: (progress: Progress) => void,
): Promise<AgreementView> {
  for await (const text of streamedLines(stream)) {
    const told = line.parse(JSON.parse(text));
    if (told.kind === 'problem') throw new ApiProblem(told.status, told.title, told.detail);
    if (told.kind === 'answer') return told.answer as AgreementView;
    onProgress({ done: told.done, total: told.total });
  }
  throw brokenOff();
}

/**
 * A project's agreement, with word of how far it has come where the server tells. `search` is what
 * stands after the path. Throws an ApiProblem for every refusal; a call that was aborted throws as
 * `fetch` does.
 */
export async function askAgreement(
  projectId: string,
  search: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<AgreementView> {
  const response = await fetch(`/api/v1/projects/${projectId}/agreement${search}`, {
    headers: { accept: 'application/x-ndjson, application/json' },
    credentials: 'same-origin',
    signal,
  }).catch((thrown: unknown) => {
    if (signal.aborted) throw thrown;
    throw serverAway();
  });
  if (!response.ok) throw await problemOf(response);
  const isStream = (response.headers.get('content-type') ?? '').includes('ndjson');
  try {
    if (isStream && response.body !== null) return await lastOf(response.body, onProgress);
    return (await response.json()) as AgreementView;
  } catch (thrown) {
    if (signal.aborted || thrown instanceof ApiProblem) throw thrown;
    throw brokenOff();
  }
}
