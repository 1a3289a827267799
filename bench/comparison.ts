import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { setUpStep } from '@/tests/harness/set-up-step';
import { signIn } from '@/tests/harness/session';
import { quantile } from './annotate/quantile';
import { writeWatch } from './annotate/write-watch';
import { writePlainPage } from './comparison/plain-page';
import { addReadings } from './comparison/ten-readings';
import { watchPage } from './comparison/watch-page';
import type { Watched } from './comparison/watch-script';
import { figure } from './figure';

// Opens the comparison of ten readings of a thousand marks each at the address given, as a manager
// sees it, and a bare page with the same text as the floor, in turn; goes from place to place by key.

const address = process.argv[2] ?? 'http://127.0.0.1:3000';
const rounds = Number(process.argv[3] ?? 7);
const keys = 15;
const size = { readings: 10, words: 10_000, spans: 1_000 };

const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
const browser = await chromium.launch({
  executablePath: await setUpStep('chromium'),
  args: ['--no-sandbox', '--disable-gpu'],
});

try {
  const session = await signIn(address);
  const { articleId, text } = await addReadings(address, session, size);
  const ours = `${address}/articles/${articleId}/comparison`;
  const plain = await writePlainPage(folder, text, 20);
  const [name = '', value = ''] = (session.cookie.split('; ').at(-1) ?? '').split(/=(.*)/s);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name, value, url: address }]);
  await context.addInitScript({ path: await writeWatch(folder, 'comparison/watch-script.ts') });
  // The first opening fills the server's and the browser's caches, and is not counted.
  await watchPage(context, ours, 0);
  const [runs, floors]: [Watched[], Watched[]] = [[], []];
  for (let at = 0; at < rounds; at++) {
    runs.push(await watchPage(context, ours, keys));
    floors.push(await watchPage(context, plain, keys));
  }
  const when = (of: Watched[], what: 'text' | 'listed' | 'usable', share = 0.5) =>
    quantile(
      of.map((one) => one[what] ?? Number.NaN),
      share,
    );
  const answered = (of: Watched[], share: number) =>
    quantile(
      of.flatMap((one) => one.answered),
      share,
    );
  const what = `comparison page, ${size.readings} × ${size.spans} spans on ${size.words} words`;
  figure(`${what}: text painted`, when(runs, 'text'), 'ms', { floor: when(floors, 'text') });
  figure(`${what}: places listed`, when(runs, 'listed'), 'ms', { floor: when(floors, 'listed') });
  const usable = when(runs, 'usable');
  figure(`${what}: usable, first key answered`, usable, 'ms', { atMost: 1_000 });
  figure(`${what}: usable, the bare page`, when(floors, 'usable'), 'ms');
  figure(`${what}: usable, p95`, when(runs, 'usable', 0.95), 'ms');
  for (const [told, share] of [
    ['key to paint', 0.5],
    ['key to paint, p95', 0.95],
  ] as const)
    figure(`${what}: ${told}`, answered(runs, share), 'ms', { floor: answered(floors, share) });
  figure('load of the machine meanwhile', loadavg()[0] ?? 0, 'processes');
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
