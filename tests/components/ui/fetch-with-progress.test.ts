import { expect, test, afterEach, jest } from '@jest/globals';
import fc from 'fast-check';
import { ApiProblem } from '@/components/ui/api';
import { streamedLines, fetchWithProgress } from '@/components/ui/fetch-with-progress';

function streamOf(...pieces: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function linesOf(...pieces: Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of streamedLines(streamOf(...pieces))) lines.push(line);
  return lines;
}

const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[string, string[], string[]]>([
  ['nothing', [], []],
  ['a line', ['{"a":1}\n'], ['{"a":1}']],
  ['a last line without a break', ['a\nb'], ['a', 'b']],
  ['a line in pieces', ['{"ki', 'nd":', '1}\n{"x"', ':2}\n'], ['{"kind":1}', '{"x":2}']],
  ['breaks of Windows', ['a\r', '\nb\r\n'], ['a', 'b']],
  ['empty lines', ['\n\na\n \n'], ['a']],
])('reads %s', async (_, pieces, lines) => {
  expect(await linesOf(...pieces.map(bytes))).toEqual(lines);
});

test('a letter that is cut in two is whole', async () => {
  const whole = bytes('“γ 😀”\n');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (at) => {
      expect(await linesOf(whole.slice(0, at), whole.slice(at))).toEqual(['“γ 😀”']);
    }),
  );
});

test('a stream that breaks is told as it broke', async () => {
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes('a\n'));
    },
    pull(controller) {
      controller.error(new Error('the line is dead'));
    },
  });
  const read = async () => {
    for await (const line of streamedLines(broken)) expect(line).toBe('a');
  };
  await expect(read()).rejects.toThrow('the line is dead');
});

const answered = { projectId: 'p', measure: 'panel' };

function answers(body: string, type: string, status = 200) {
  return jest
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(new Response(body, { status, headers: { 'content-type': type } }));
}

const lines = (...messages: unknown[]) =>
  messages.map((one) => `${JSON.stringify(one)}\n`).join('');

async function fetched() {
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
  const calls = answers(JSON.stringify(answered), 'application/json');
  expect(await fetched()).toEqual({ view: answered, reported: [] });
  const [path, init] = calls.mock.calls[0] ?? [];
  expect(path).toBe('/api/v1/projects/p/agreement?label=a');
  expect(init?.headers).toEqual({ accept: 'application/x-ndjson, application/json' });
});

test('takes lines, and reports progress as it comes', async () => {
  answers(
    lines(
      { kind: 'progress', done: 0, total: 3 },
      { kind: 'progress', done: 3, total: 3 },
      { kind: 'answer', answer: answered },
    ),
    'application/x-ndjson',
  );
  expect(await fetched()).toEqual({
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
  const thrown = await fetched().catch((reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(ApiProblem);
  expect(thrown).toMatchObject(shown);
});

test('a server that is away is a problem; what was broken off is none', async () => {
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
  await expect(fetched()).rejects.toMatchObject({
    status: 0,
    title: 'The server cannot be reached',
  });
  const controller = new AbortController();
  controller.abort();
  const broken = fetchWithProgress('/api/v1/projects/p/agreement', {
    signal: controller.signal,
    onProgress: () => undefined,
  });
  await expect(broken).rejects.toThrow(TypeError);
});

test('sends the method and the body', async () => {
  const calls = answers(JSON.stringify(answered), 'application/json');
  const { signal } = new AbortController();
  const onProgress = () => undefined;
  const request = { method: 'POST' as const, body: { preview: true }, signal, onProgress };
  expect(await fetchWithProgress('/api/v1/projects/p/merges', request)).toEqual(answered);
  const [, init] = calls.mock.calls[0] ?? [];
  expect(init).toMatchObject({
    method: 'POST',
    body: '{"preview":true}',
    headers: { 'content-type': 'application/json' },
  });
});
