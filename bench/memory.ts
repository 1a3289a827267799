import { v7 } from 'uuid';
import { apiChapterPages, filledPath, signedInPages } from '@/tests/harness/all-pages';
import { databaseProcess } from '@/tests/harness/database-process';
import { startServer } from '@/tests/harness/running-server';
import { signIn } from '@/tests/harness/session';
import { figure } from './figure';
import { residentBytes } from './live/floor';

// The memory of server and embedded database after one visit of each page, and whether it grows
// over many requests of mixed kinds.

const rounds = 10_000;
const atOnce = 4;
const megabyte = 1024 * 1024;

const server = await startServer({ isMeasured: true });
const session = await signIn(server.address);
const { projectId: project } = await session.call<{ projectId: string }>('POST', '/api/v1/demo');
const { items } = await session.call<{ items: { id: string }[] }>(
  'GET',
  `/api/v1/projects/${project}/articles`,
);
const article = items[0]?.id ?? '';
const { id: layer } = await session.call<{ id: string }>(
  'PUT',
  `/api/v1/articles/${article}/layers/mine`,
);

function measure(when: string, atMost?: number): void {
  const [own, database] = [server.pid, databaseProcess(server.pid)];
  const bytes = [own, database].map((pid) => (pid === null ? 0 : residentBytes(pid)));
  figure(`server, ${when}`, (bytes[0] ?? 0) / megabyte, 'MB');
  figure(`embedded database, ${when}`, (bytes[1] ?? 0) / megabyte, 'MB');
  const both = bytes.reduce((sum, each) => sum + each, 0) / megabyte;
  figure(`both, ${when}`, both, 'MB', atMost === undefined ? {} : { atMost, ratio: both });
}

async function get(path: string): Promise<void> {
  const answer = await session.fetch(path);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}.`);
}

const pages = [...signedInPages, ...apiChapterPages].map((path) =>
  filledPath(path, { project, article }),
);
for (const page of pages) await get(page);
measure('after one visit of each page', 500);

const annotationId = v7();
const mixed: (() => Promise<unknown>)[] = [
  ...pages.filter((page) => !page.startsWith('/docs')).map((page) => () => get(page)),
  ...[
    `/api/v1/projects/${project}`,
    `/api/v1/projects/${project}/articles`,
    `/api/v1/projects/${project}/export?format=csv`,
    `/api/v1/articles/${article}/text`,
    `/api/v1/layers/${layer}/annotations`,
    '/api/v1/me',
    '/api/ready',
  ].flatMap((path) => Array.from({ length: 3 }, () => () => get(path))),
  ...Array.from({ length: 20 }, (_, at) => () => {
    const body = {
      label: 'loaded_framing',
      segments: [{ start: at, end: at + 12 }],
      note: `${at}`,
    };
    return session.call('PUT', `/api/v1/layers/${layer}/annotations/${annotationId}`, body);
  }),
];

let sent = 0;
async function send(until: number): Promise<void> {
  while (sent < until) await mixed[sent++ % mixed.length]?.();
}

for (const until of [rounds / 10, rounds / 2, rounds]) {
  await Promise.all(Array.from({ length: atOnce }, () => send(until)));
  measure(`after ${until} requests`);
}
await server.stop();
