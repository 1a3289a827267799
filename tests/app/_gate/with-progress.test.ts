import { describe, expect, it } from '@jest/globals';
import { progressType, withProgress } from '@/app/_gate/with-progress';
import { absent } from '@/lib/refusal';

const plain = new Request('http://127.0.0.1/');
const patient = () => new Request('http://127.0.0.1/', { headers: { accept: progressType } });

const linesOf = async (answer: unknown) =>
  (await (answer as Response).text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('an answer with progress', () => {
  it('is the answer alone for clients that do not accept it', async () => {
    expect(await withProgress(plain, () => Promise.resolve({ value: 1 }))).toEqual({ value: 1 });
  });

  it('of work aborted because the client went away is no error', async () => {
    const leaving = new AbortController();
    const request = new Request('http://127.0.0.1/', { signal: leaving.signal });
    const answer = withProgress(request, async ({ signal }) => {
      leaving.abort();
      signal.throwIfAborted();
      return Promise.resolve(1);
    });
    expect(((await answer) as Response).status).toBe(499);
  });

  it('reports progress, then the answer', async () => {
    const answer = await withProgress(patient(), async ({ onProgress }) => {
      onProgress({ done: 1, total: 3 });
      return Promise.resolve(7);
    });
    expect((answer as Response).headers.get('content-type')).toBe(progressType);
    expect(await linesOf(answer)).toEqual([
      { kind: 'progress', done: 1, total: 3 },
      { kind: 'answer', answer: 7 },
    ]);
  });

  it('is refused as ever before there is any', async () => {
    await expect(
      withProgress(patient(), () => Promise.reject(absent('project'))),
    ).rejects.toMatchObject({ reason: 'absent' });
  });

  it('says why there is none after there was some', async () => {
    const answer = await withProgress(patient(), ({ onProgress }) => {
      onProgress({ done: 0, total: 1 });
      return Promise.reject(absent('label'));
    });
    expect((await linesOf(answer)).at(-1)).toMatchObject({
      kind: 'problem',
      status: 404,
      detail: expect.stringMatching(/label/),
    });
  });

  it('aborts the work when the client goes away', async () => {
    let ended = false;
    const answer = await withProgress(patient(), ({ onProgress, signal }) => {
      onProgress({ done: 0, total: 1 });
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          ended = true;
          reject(new Error('ended'));
        });
      });
    });
    await (answer as Response).body?.cancel();
    expect(ended).toBe(true);
  });
});
