import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { databaseProcess } from '../harness/database-process';
import type { RunningServer } from '../harness/running-server';
import { startServer } from '../harness/running-server';
import type { Session } from '../harness/session';
import { signIn } from '../harness/session';

const minutes = 60_000;
const text = 'The regime said the loaded claim was true, but critics say otherwise. '.repeat(20);

let server: RunningServer;
let layerId: string;
const acknowledged = new Set<string>();

beforeAll(async () => {
  server = await startServer();
  const olive = await signIn(server.address);
  const { id: projectId } = await olive.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Crash',
  });
  const { id: articleId } = await olive.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${projectId}/articles`,
    { title: 'Crash', text, cleanup: 'none' },
  );
  const layer = await olive.call<{ id: string }>(
    'PUT',
    `/api/v1/articles/${articleId}/layers/mine`,
  );
  layerId = layer.id;
}, 5 * minutes);
afterAll(() => server.stop());

/** Sends PUTs concurrently until stopped; returns every status. */
function work(olive: Session) {
  const statuses: number[] = [];
  let goesOn = true;
  const hand = async () => {
    for (let at = 0; goesOn; at = (at + 1) % 20) {
      const id = v7();
      const body = { label: 'loaded_framing', segments: [{ start: at * 70, end: at * 70 + 10 }] };
      const answer = await olive
        .fetch(`/api/v1/layers/${layerId}/annotations/${id}`, {
          method: 'PUT',
          body: JSON.stringify(body),
        })
        .catch(() => null);
      if (answer?.ok) acknowledged.add(id);
      statuses.push(answer?.status ?? 0);
      await answer?.text().catch(() => '');
      if (answer === null) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const hands = Promise.all([hand(), hand(), hand(), hand()]);
  const stop = async () => {
    goesOn = false;
    await hands;
    return statuses;
  };
  return { statuses, stop };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function lost(olive: Session): Promise<string[]> {
  const there = new Set<string>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: { id: string }[]; nextCursor: string | null } = await olive.call(
      'GET',
      `/api/v1/layers/${layerId}/annotations?limit=1000${cursor && `&cursor=${cursor}`}`,
    );
    for (const { id } of page.items) there.add(id);
    cursor = page.nextCursor;
  }
  return [...acknowledged].filter((id) => !there.has(id));
}

test(
  'no acknowledged annotation is lost when the server is killed',
  async () => {
    const olive = await signIn(server.address);
    const working = work(olive);
    await until(() => acknowledged.size >= 100);
    await server.kill();
    await working.stop();
    server = await startServer({ dataFolder: server.dataFolder });
    expect(await lost(await signIn(server.address))).toEqual([]);
  },
  3 * minutes,
);

test(
  'nor when its database is killed, which comes back by itself',
  async () => {
    const olive = await signIn(server.address);
    const before = acknowledged.size;
    const working = work(olive);
    await until(() => acknowledged.size >= before + 100);
    const child = databaseProcess(server.pid);
    expect(child).not.toBeNull();
    process.kill(child ?? 0, 'SIGKILL');
    const at = working.statuses.length;
    await until(() => working.statuses.slice(at).filter((status) => status === 201).length >= 50);
    const statuses = await working.stop();
    expect([...new Set(statuses)].filter((status) => status !== 201 && status !== 503)).toEqual([]);
    expect(await lost(olive)).toEqual([]);
  },
  3 * minutes,
);
