import { beforeAll, expect, test } from '@jest/globals';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { probing } from './health-probe';

/** The longest time that others may wait, in milliseconds. */
const maxWait = 500;

let session: Session;
let server: Awaited<ReturnType<typeof sharedServer>>;
let projectId: string;

beforeAll(async () => {
  server = await sharedServer();
  session = await signIn(server.address);
  ({ id: projectId } = await session.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Large texts',
    blind: 'open',
  }));
  // The first request also starts the workers of the pool.
  await preview('The council voted. '.repeat(1_000));
});

const post = (path: string, body: unknown) =>
  session.fetch(`/api/v1/${path}`, { method: 'POST', body: JSON.stringify(body) });
const preview = (text: string) => post('clean-ups', { text });
const add = (text: string, cleanup: string) =>
  post(`projects/${projectId}/articles`, { title: 'Large', text, cleanup });

test.each([
  ['lines', 'a\n', 'a'],
  ['vertical tabs', 'a\v', 'a'],
])('a million %s are refused at once, in words, and nobody waits', async (_, unit, end) => {
  const text = unit.repeat(1_000_000) + end;
  const { slowest, result } = await probing(server, async () => {
    const answers = await Promise.all([preview(text), add(text, 'standard'), add(text, 'none')]);
    return Promise.all(
      answers.map(async (answer) => ({
        status: answer.status,
        detail: ((await answer.json()) as { detail: string }).detail,
      })),
    );
  });
  for (const { status, detail } of result) {
    expect(status).toBe(413);
    expect(detail).toMatch(/1,000,00[01] lines; it may have 200,000/);
  }
  expect(slowest).toBeLessThan(maxWait);
});

test('while texts of the maximum size are cleaned, others do not wait; a third at once is refused', async () => {
  const texts = [
    'The minister said on Tuesday that Mr. Brown had not yet answered. '.repeat(30_000),
    'a\v'.repeat(190_000),
    '1 2\n'.repeat(100_000),
  ];
  const { slowest, result } = await probing(server, () => Promise.all(texts.map(preview)));
  const statuses = result.map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  const refused = result.find(({ status }) => status === 429);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(
    await Promise.all(
      result.filter(({ status }) => ![200, 413, 429].includes(status)).map((one) => one.text()),
    ),
  ).toEqual([]);
  expect(slowest).toBeLessThan(maxWait);
});

test('an article with the maximum number of blocks is added and shown without delaying others', async () => {
  const text = Array.from({ length: 50_000 }, (_, at) => `Line ${at}.`).join('\n');
  const { slowest, result } = await probing(server, async () => {
    const answer = await add(text, 'none');
    const { id, blocks } = (await answer.json()) as { id: string; blocks: number };
    const read = await session.fetch(`/api/v1/articles/${id}/text`);
    const view = await session.fetch(`/api/v1/articles/${id}`);
    const page = await session.fetch(`/articles/${id}`);
    await page.text();
    return {
      blocks,
      text: await read.text(),
      statuses: [answer, view, page].map((one) => one.status),
    };
  });
  expect(result).toEqual({ blocks: 50_000, text, statuses: [201, 200, 200] });
  expect(slowest).toBeLessThan(maxWait);
  const more = await add(`${text}\nOne more.`, 'none');
  expect({ status: more.status, body: await more.clone().text() }).toMatchObject({ status: 413 });
  expect(((await more.json()) as { detail: string }).detail).toContain('50,001 blocks');
});
