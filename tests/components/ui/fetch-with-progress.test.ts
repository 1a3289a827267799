import { afterEach, expect, jest, test } from '@jest/globals';
import { fetchWithProgress } from '@/components/ui/fetch-with-progress';
import { ApiProblem } from '@/components/ui/api';

const answered = { projectId: 'p', measure: 'panel' };

function answers(body: string, type: string, status = 200) {
  return jest
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(new Response(body, { status, headers: { 'content-type': type } }));
}

const lines = (...messages: unknown[]) =>
  messages.map((one) => `${JSON.stringify(one)}\n`).join('');

async function asked() {
  const reported: unknown[] = [];
  const { signal } = new AbortController();
  const onProgress = (progress: unknown) => void reported.push(progress);
  const view = await fetchWithProgress('/api/v1/projects/p/agreement?label=a', {
    signal,
    onProgress,
  });
  return { view, reported };
}

afterEach(() => {
  jest.restoreAllMocks();
});

test('takes plain JSON, and says what it can read', async () => {
  const fetched = answers(JSON.stringify(answered), 'application/json');
  expect(await asked()).toEqual({ view: answered, reported: [] });
  const [path, init] = fetched.mock.calls[0] ?? [];
  expect(path).toBe('/api/v1/projects/p/agreement?label=a');
  expect(init?.headers).toEqual({ accept: 'application/x-ndjson, application/json' });
});

test('takes lines, and tells of progress as it comes', async () => {
  answers(
    lines(
      { kind: 'progress', done: 0, total: 3 },
      { kind: 'progress', done: 3, total: 3 },
      { kind: 'answer', answer: answered },
    ),
    'application/x-ndjson',
  );
  expect(await asked()).toEqual({
    view: answered,
    reported: [
      { done: 0, total: 3 },
      { done: 3, total: 3 },
    ],
  });
});

const progress = { kind: 'progress', done: 1, total: 3 };
const problem = { kind: 'problem', status: 422, detail: 'There is no label “a”.' };
const refused = { title: 'Refused', detail: 'It does not hold.' };

test.each<[string, string, string, number, Partial<ApiProblem>]>([
  [
    'a problem among the lines',
    lines(progress, problem),
    'application/x-ndjson',
    200,
    { status: 422, detail: 'There is no label “a”.' },
  ],
  ['lines without an end', lines(progress), 'application/x-ndjson', 200, { status: 0 }],
  ['a line that is cut', '{"kind":"ans', 'application/x-ndjson', 200, { status: 0 }],
  ['JSON that is cut', '{"projectId":', 'application/json', 200, { status: 0 }],
  [
    'a refusal',
    JSON.stringify(refused),
    'application/problem+json',
    422,
    { status: 422, ...refused },
  ],
  ['no words at all', 'Bad gateway', 'text/html', 502, { status: 502 }],
])('%s is a problem to show', async (_, body, type, status, shown) => {
  answers(body, type, status);
  const thrown = await asked().catch((reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(ApiProblem);
  expect(thrown).toMatchObject(shown);
});

test('a server that is away is a problem; what was broken off is none', async () => {
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
  await expect(asked()).rejects.toMatchObject({ status: 0, title: 'The server cannot be reached' });
  const controller = new AbortController();
  controller.abort();
  const broken = fetchWithProgress('/api/v1/projects/p/agreement', {
    signal: controller.signal,
    onProgress: () => undefined,
  });
  await expect(broken).rejects.toThrow(TypeError);
});

test('sends what is asked with its body', async () => {
  const fetched = answers(JSON.stringify(answered), 'application/json');
  const { signal } = new AbortController();
  const onProgress = () => undefined;
  const asked = { method: 'POST' as const, body: { preview: true }, signal, onProgress };
  expect(await fetchWithProgress('/api/v1/projects/p/merges', asked)).toEqual(answered);
  const [, init] = fetched.mock.calls[0] ?? [];
  expect(init).toMatchObject({
    method: 'POST',
    body: '{"preview":true}',
    headers: { 'content-type': 'application/json' },
  });
});
