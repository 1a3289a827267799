import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { AnnotationWriter } from '../harness/annotation-writer';
import { processesOn } from '../harness/database-process';
import type { RunningServer } from '../harness/running-server';
import { aDataFolder, failToStart, startServer } from '../harness/running-server';
import { signIn } from '../harness/session';
import type { SmallDisk } from '../harness/small-disk';
import { smallDisk } from '../harness/small-disk';

const minutes = 60_000;
const lots = 999_999;

let server: RunningServer | undefined;
let disk: SmallDisk | null = null;

afterEach(async () => {
  await server?.kill();
  disk?.remove();
  [server, disk] = [undefined, null];
});

const mayMount = (() => {
  const probe = smallDisk(1);
  probe?.remove();
  return probe !== null;
})();

/** A server whose data folder is on a disk of this many megabytes. */
async function onSmallDisk(megabytes: number, env = {}): Promise<SmallDisk> {
  const made = smallDisk(megabytes);
  if (made === null) throw new Error('It may be mounted no more.');
  disk = made;
  server = await startServer({ dataFolder: await aDataFolder(made.folder), env });
  return made;
}

const readiness = async () => {
  const answer = await fetch(`${server?.address}/api/ready`);
  return (await answer.json()) as { status: unknown; storage?: string };
};

async function until(isSo: () => Promise<boolean>, timeout: number): Promise<void> {
  const from = performance.now();
  while (!(await isSo())) {
    if (performance.now() - from > timeout) throw new Error('It did not come to be so.');
    await wait(100);
  }
}

async function expectRefused(answer: Response | null): Promise<void> {
  expect(answer?.status).toBe(507);
  expect(answer?.headers.get('content-type')).toBe('application/problem+json');
  expect(Number(answer?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer?.json()).toMatchObject({
    status: 507,
    reason: 'storage-full',
    detail: expect.stringMatching(/Everything saved before is kept.*make room/),
  });
}

test(
  'below its limit changes are refused, reading and coming in go on',
  async () => {
    server = await startServer();
    const writer = await AnnotationWriter.on(server);
    expect((await writer.put())?.status).toBe(201);
    const { dataFolder } = server;
    await server.stop();
    // More than any disk has.
    server = await startServer({ dataFolder, env: { PARALLAX_MIN_FREE_MB: `${lots}` } });
    const session = await signIn(server.address);
    const article = { title: 'A', text: 'A text.', cleanup: 'none' };
    const send = (method: string, path: string, body: unknown) =>
      session.fetch(path, { method, body: JSON.stringify(body) });
    const articles = `/api/v1/projects/${writer.projectId}/articles`;
    await expectRefused(await send('POST', articles, article));
    await expectRefused(await send('PATCH', `/api/v1/projects/${writer.projectId}`, { name: 'B' }));
    const read = await session.call<{ items: unknown[] }>('GET', articles);
    expect(read.items).toHaveLength(1);
    expect(await writer.lost(session)).toEqual([]);
    expect((await session.fetch('/')).status).toBe(200);
    const preview = await send('POST', '/api/v1/clean-ups', { text: 'A  text.' });
    expect(preview.status).toBe(200);
    // A person without write access gets the usual refusal.
    const stranger = await fetch(server.address + articles, { method: 'POST', body: '{}' });
    expect(stranger.status).toBe(401);
    expect(await readiness()).toEqual({ status: 'ready', storage: 'full' });
  },
  5 * minutes,
);

// Without permission to mount there is no disk to fill.
if (mayMount) {
  test('a start on a full disk is refused in a sentence', async () => {
    disk = smallDisk(8);
    disk?.fill(0);
    const { code, output } = await failToStart({ PARALLAX_DATA: disk?.folder });
    expect(output).toMatch(/^The disk of the data folder is full.*Make room/m);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  test(
    'a disk that fills up is told before the log meets it, and is over without a restart',
    async () => {
      const small = await onSmallDisk(400);
      if (server === undefined) return;
      const writer = await AnnotationWriter.on(server);
      expect((await writer.put())?.status).toBe(201);
      small.fill(40);
      await until(async () => (await readiness()).storage === 'full', 5_000);
      await expectRefused(await writer.put());
      expect(await writer.lost()).toEqual([]);
      small.free();
      await until(async () => (await writer.put())?.status === 201, 5_000);
      expect(await readiness()).toMatchObject({ storage: 'ok' });
      expect(await writer.lost()).toEqual([]);
      expect(server.output().match(/changes are refused/g)).toHaveLength(1);
      expect(await server.stop()).toBe(0);
    },
    5 * minutes,
  );

  test(
    'a disk full to the last byte breaks no more than what it must, and is over without a restart',
    async () => {
      // Without a reserve, so that the database itself runs out of space.
      const small = await onSmallDisk(160, { PARALLAX_MIN_FREE_MB: '0' });
      if (server === undefined) return;
      const writer = await AnnotationWriter.on(server, 9_600);
      const before = server.output().length;
      small.fill(4);
      await writer.putUntil(() => writer.statuses.some((status) => status >= 500));
      small.fill(0);
      const over = performance.now() + 4_000;
      await Promise.all([1, 2, 3].map(() => writer.putUntil(() => performance.now() > over)));
      expect(writer.statuses.filter((status) => ![201, 503, 507].includes(status))).toEqual([]);
      expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
      const asked = performance.now();
      await readiness();
      expect(performance.now() - asked).toBeLessThan(2_000);
      // A few lines a minute without stacks, however often it failed.
      const lines = server.output().slice(before).trim().split('\n');
      expect(lines.length).toBeLessThan(8);
      small.free();
      await until(async () => (await writer.put())?.status === 201, 20_000);
      expect(await writer.lost()).toEqual([]);
      small.fill(0);
      const stopping = performance.now();
      await server.stop('SIGTERM');
      expect(performance.now() - stopping).toBeLessThan(10_000);
      expect(processesOn(small.folder)).toEqual([]);
    },
    5 * minutes,
  );
}
