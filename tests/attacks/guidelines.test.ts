import { beforeAll, expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { probing } from './health-probe';

/** The longest time that others may wait, in milliseconds. */
const maxWait = 500;

let session: Session;
let server: Awaited<ReturnType<typeof sharedServer>>;
let projectId: string;

const put = (guidelines: string) =>
  session.fetch(`/api/v1/projects/${projectId}/codebook`, {
    method: 'PUT',
    body: JSON.stringify({ ...basic3, guidelines }),
  });
const publish = () =>
  session.fetch(`/api/v1/projects/${projectId}/codebook/publish`, { method: 'POST', body: '{}' });
const page = (query = '') => session.fetch(`/projects/${projectId}/codebook${query}`);

beforeAll(async () => {
  server = await sharedServer();
  session = await signIn(server.address);
  ({ id: projectId } = await session.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Guidelines that take long',
    blind: 'open',
  }));
  // The first request also starts the workers of the pool and loads the page.
  await put('Read *all* of it.');
  await (await page()).text();
});

test.each([
  ['emphasis', '*a '.repeat(13_000)],
  ['quotations', '>'.repeat(1_000)],
  ['headings', '# a\n'.repeat(20_000)],
])('%s without end is refused in words, and nobody waits', async (_, guidelines) => {
  const { slowest, result } = await probing(server, async () => {
    const answer = await put(guidelines);
    return { status: answer.status, detail: ((await answer.json()) as { detail: string }).detail };
  });
  expect(result.status).toBe(422);
  expect(result.detail).toContain('Nothing was changed.');
  expect(slowest).toBeLessThan(maxWait);
});

test('pictures, HTML and whatever else is shown as it is written, in the draft and published', async () => {
  const guidelines = '![a picture](x.png)\n\n<script>alert(1)</script>\n\n- [ ] a box\n\n1.\n\n> ';
  const answers = [await put(guidelines), await publish(), await page('?version=2')];
  expect(answers.map(({ status }) => status)).toEqual([200, 201, 200]);
  const html = (await answers[2]?.text()) ?? '';
  expect(html).toContain('![a picture](x.png)');
  expect(html).not.toContain('<script>alert(1)');
  expect((await page()).status).toBe(200);
});

test('guidelines of the maximum size are saved and shown without delaying others', async () => {
  const guidelines = 'Words\n'.repeat(4_900);
  const { slowest, result } = await probing(server, async () => {
    const answers = [
      await put(guidelines),
      await publish(),
      await page(),
      await page('?version=3'),
    ];
    await Promise.all(answers.slice(2).map((answer) => answer.text()));
    return answers.map(({ status }) => status);
  });
  expect(result).toEqual([200, 201, 200, 200]);
  expect(slowest).toBeLessThan(maxWait);
});
