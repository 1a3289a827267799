import { troubleOf } from './work';
import type { callApi } from '@/components/ui/api';
import { ApiProblem } from '@/components/ui/api';
import type { Annotation } from '@/lib/annotation/annotation';
import type { LayerState, LayerView } from '@/lib/annotation/layer';
import type { WaitingChange } from './tables';
import type { ServerTrouble } from './work';

/** Calls the API (see `callApi`). */
export type Call = typeof callApi;

type Method = Parameters<Call>[0];

/**
 * Outcome of a request: an answer; a refusal with its message; the server is away; the user is
 * signed out.
 */
export type Outcome<Answer> =
  | { kind: 'done'; answer: Answer }
  | { kind: 'refused'; why: string; isConflict: boolean }
  | { kind: 'away'; retryAfter: number; trouble?: ServerTrouble }
  | { kind: 'signed-out' };

/** An annotation's version after a change; `annotation` is null where it was removed. */
export type Committed = { version: number; annotation: Annotation | null };

/** Timeout of a request, in milliseconds; then the change is sent again. */
const requestTimeout = 30_000;

/**
 * Whether a status is temporary: too early, too many requests, timeout, or an error of the server.
 */
const isPassing = (status: number) =>
  status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;

/** The thrown problem; null where there was no response in time. */
function problemOf(thrown: unknown): ApiProblem | null {
  if (thrown instanceof ApiProblem) return thrown;
  if (thrown instanceof DOMException) return null;
  throw thrown;
}

function whyOf({ detail, errors }: ApiProblem): string {
  const more = errors.map(({ message }) => message).filter((message) => !detail.includes(message));
  return [detail, ...more].filter((text) => text !== '').join(' ');
}

type Away = Extract<Outcome<never>, { kind: 'away' }>;

/**
 * The outcome “away”, with what the problem says about the reason; null where there was no
 * response.
 */
function awayBy(problem: ApiProblem | null): Away {
  if (problem === null) return { kind: 'away', retryAfter: 0 };
  const { status, retryAfter = 0 } = problem;
  return { kind: 'away', retryAfter, trouble: troubleOf(status) };
}

/** Whether this user is signed in, or the outcome “away”. */
async function isSignedInAs(call: Call, userId: string): Promise<boolean | Away> {
  try {
    const signal = AbortSignal.timeout(requestTimeout);
    const me = await call<{ id: string }>('GET', '/api/v1/me', undefined, { signal });
    return me.id === userId;
  } catch (thrown) {
    const problem = problemOf(thrown);
    return problem?.status === 401 ? false : awayBy(problem);
  }
}

/** Whether this user is signed in; null where that cannot be found out now. */
export async function isSignedIn(call: Call, userId: string): Promise<boolean | null> {
  const isTheirs = await isSignedInAs(call, userId);
  return typeof isTheirs === 'boolean' ? isTheirs : null;
}

/**
 * Sends a request in the name of one user. A 403 or 404 is reported as a refusal only if this user
 * is still signed in, since somebody else may have signed in meanwhile.
 */
export async function requestAs<Answer>(
  call: Call,
  userId: string,
  [method, path, body, headers]: [Method, string, unknown?, Record<string, string>?],
): Promise<Outcome<Answer>> {
  try {
    const signal = AbortSignal.timeout(requestTimeout);
    return { kind: 'done', answer: await call<Answer>(method, path, body, { headers, signal }) };
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem?.status === 401) return { kind: 'signed-out' };
    if (problem === null || isPassing(problem.status)) return awayBy(problem);
    if (problem.status === 403 || problem.status === 404) {
      const isTheirs = await isSignedInAs(call, userId);
      if (isTheirs === false) return { kind: 'signed-out' };
      if (isTheirs !== true) return isTheirs;
    }
    return { kind: 'refused', why: whyOf(problem), isConflict: problem.status === 409 };
  }
}

/**
 * Creates the user's layer over an article, if there is none. Checks first that this user is signed
 * in, and then whose layer it is, since somebody else may have signed in between.
 */
export async function openLayer(
  call: Call,
  userId: string,
  articleId: string,
): Promise<Outcome<{ id: string; state: LayerState }>> {
  const isTheirs = await isSignedInAs(call, userId);
  if (isTheirs === false) return { kind: 'signed-out' };
  if (isTheirs !== true) return isTheirs;
  const path = `/api/v1/articles/${articleId}/layers/mine`;
  const opened = await requestAs<LayerView>(call, userId, ['PUT', path]);
  const isOthers = opened.kind === 'done' && opened.answer.author?.id !== userId;
  return isOthers ? { kind: 'signed-out' } : opened;
}

/** Sends one change with its idempotency key, guarded by the version that it expects. */
export async function sendChange(
  call: Call,
  layerId: string,
  { userId, annotationId, idempotencyKey, kind, content, quote, expects }: WaitingChange,
): Promise<Outcome<Committed>> {
  const path = `/api/v1/layers/${layerId}/annotations/${annotationId}`;
  const version = expects ?? 0;
  const headers = {
    'idempotency-key': idempotencyKey,
    ...(version > 0 ? { 'if-match': `"${version}"` } : {}),
  };
  if (kind === 'remove') {
    const sent = await requestAs<undefined>(call, userId, ['DELETE', path, undefined, headers]);
    if (sent.kind !== 'done') return sent;
    // The removal is a new version, which the empty response does not name.
    return { kind: 'done', answer: { version: version + 1, annotation: null } };
  }
  const body = { ...content, quote, offsetUnit: 'utf-16' };
  const sent = await requestAs<Annotation & { offsetUnit: string }>(call, userId, [
    'PUT',
    path,
    body,
    headers,
  ]);
  if (sent.kind !== 'done') return sent;
  // A captive portal answers with pages of its own and status 200.
  if (sent.answer?.id !== annotationId) return { kind: 'away', retryAfter: 0 };
  const { offsetUnit: _, ...annotation } = sent.answer;
  return { kind: 'done', answer: { version: annotation.version, annotation } };
}

/** A layer on the server. Positions are UTF-16 code units. */
type LayerRead = { state: LayerState; annotations: Annotation[] };

type Page = { items: (Annotation & { offsetUnit: string })[]; nextCursor: string | null };

/** Reads a whole layer, page by page. */
export async function readLayer(
  call: Call,
  userId: string,
  layerId: string,
): Promise<Outcome<LayerRead>> {
  const path = `/api/v1/layers/${layerId}`;
  const layer = await requestAs<{ state: LayerState }>(call, userId, ['GET', path]);
  if (layer.kind !== 'done') return layer;
  const annotations: Annotation[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ offsetUnit: 'utf-16', limit: '1000' });
    if (cursor !== null) query.set('cursor', cursor);
    const page: Outcome<Page> = await requestAs(call, userId, [
      'GET',
      `${path}/annotations?${query}`,
    ]);
    if (page.kind !== 'done') return page;
    for (const { offsetUnit: _, ...annotation } of page.answer.items) annotations.push(annotation);
    cursor = page.answer.nextCursor;
  } while (cursor !== null);
  return { kind: 'done', answer: { state: layer.answer.state, annotations } };
}
