import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { setUpStep } from '@/tests/harness/set-up-step';
import { signIn } from '@/tests/harness/session';
import type { Session } from '@/tests/harness/session';
import { quantile, figure } from './figure';
import { someArticle } from '@/bench/annotate/some-article';
import { writePage, watchPage, writeWatch } from './annotate/write-page';

// Opens the whole annotate page of the server at the address given, as its owner sees it, and a
// plain Tiptap page with the same annotations as the floor, in turn; labels words by key in both.

const address = process.argv[2] ?? 'http://127.0.0.1:3000';
const rounds = Number(process.argv[3] ?? 5);
const sizes = [
  { words: 10_000, spans: 1_000, keys: 20 },
  { words: 100_000, spans: 10_000, keys: 10 },
];
const maxBatch = 1_000;

async function addAnnotatedArticle(
  session: Session,
  { words, spans }: { words: number; spans: number },
): Promise<string> {
  const { text, annotations } = someArticle(words, spans);
  const project = await session.call<{ id: string }>('POST', '/api/v1/projects', { name: 'Bench' });
  const article = await session.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${project.id}/articles`,
    { title: `${words} words`, text, cleanup: 'none', language: 'en' },
  );
  const mine = `/api/v1/articles/${article.id}/layers/mine`;
  const layer = await session.call<{ id: string }>('PUT', mine);
  for (let at = 0; at < spans; at += maxBatch)
    await session.call('POST', `/api/v1/layers/${layer.id}/annotations:batch`, {
      put: annotations
        .slice(at, at + maxBatch)
        .map(({ label, segments }) => ({ id: v7(), label, segments })),
      delete: [],
    });
  return `${address}/articles/${article.id}`;
}

const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
const browser: Browser = await chromium.launch({
  executablePath: await setUpStep('chromium'),
  args: ['--no-sandbox', '--disable-gpu'],
});

try {
  const session = await signIn(address);
  const [name = '', value = ''] = (session.cookie.split('; ').at(-1) ?? '').split(/=(.*)/s);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name, value, url: address }]);
  await context.addInitScript({ path: await writeWatch(folder, 'annotate/watch-script.ts') });
  for (const size of sizes) {
    const plain = await writePage(folder, 'plain-page.ts', size);
    const whole = await addAnnotatedArticle(session, size);
    type Watched = Awaited<ReturnType<typeof watchPage>>;
    const [ours, floors]: [Watched[], Watched[]] = [[], []];
    // The first opening fills the server’s and the browser’s caches, and is not counted.
    await watchPage(context, whole, 0);
    for (let at = 0; at < rounds; at++) {
      ours.push(await watchPage(context, whole, size.keys));
      floors.push(await watchPage(context, plain, size.keys));
    }
    const ready = (of: Watched[]) =>
      quantile(
        of.map((one) => one.ready),
        0.5,
      );
    const painted = (of: Watched[], share: number) =>
      quantile(
        of.flatMap((one) => one.painted),
        share,
      );
    const what = `annotate page, ${size.words} words with ${size.spans} spans`;
    figure(`${what}: ready`, ready(ours), 'ms', { floor: ready(floors), atMost: 1.5 });
    figure(`${what}: key to paint`, painted(ours, 0.5), 'ms', { floor: painted(floors, 0.5) });
    figure(`${what}: key to paint, p95`, painted(ours, 0.95), 'ms', {
      floor: painted(floors, 0.95),
    });
    figure('load of the machine meanwhile', loadavg()[0] ?? 0, 'processes');
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
