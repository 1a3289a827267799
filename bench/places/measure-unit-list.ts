import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { setUpStep } from '@/tests/harness/set-up-step';
import { signIn } from '@/tests/harness/session';
import { quantile } from '@/bench/annotate/quantile';
import { writeWatch } from '@/bench/annotate/write-watch';
import { figure } from '@/bench/figure';
import { writePlainPage } from './plain-page';
import type { LayersSize } from './some-layers';
import { addLayers } from './some-layers';
import { watchPage } from './watch-page';
import type { Watched } from './watch-script';

const keys = 15;

/**
 * Opens a page that lists the places of an article's readings, as the owner sees it, and a bare page
 * with the same text as the floor, in turn; goes from place to place by key. `atMost` is what it is
 * meant to be usable after, in ms.
 */
export async function measureUnitList(
  name: string,
  room: string,
  size: LayersSize,
  { address, rounds, atMost }: { address: string; rounds: number; atMost: number },
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const browser = await chromium.launch({
    executablePath: await setUpStep('chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const session = await signIn(address);
    const { articleId, text } = await addLayers(address, session, size);
    const ours = `${address}/articles/${articleId}/${room}`;
    const plain = await writePlainPage(folder, text, 20);
    const [cookie = '', value = ''] = (session.cookie.split('; ').at(-1) ?? '').split(/=(.*)/s);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ name: cookie, value, url: address }]);
    await context.addInitScript({ path: await writeWatch(folder, 'places/watch-script.ts') });
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
    const what = `${name}, ${size.layers} × ${size.spans} spans on ${size.words} words`;
    figure(`${what}: text painted`, when(runs, 'text'), 'ms', { floor: when(floors, 'text') });
    figure(`${what}: places listed`, when(runs, 'listed'), 'ms', { floor: when(floors, 'listed') });
    figure(`${what}: usable, first key answered`, when(runs, 'usable'), 'ms', { atMost });
    figure(`${what}: usable, the bare page`, when(floors, 'usable'), 'ms');
    figure(`${what}: usable, p95`, when(runs, 'usable', 0.95), 'ms');
    for (const [label, share] of [
      ['key to paint', 0.5],
      ['key to paint, p95', 0.95],
    ] as const)
      figure(`${what}: ${label}`, answered(runs, share), 'ms', { floor: answered(floors, share) });
    figure('load of the machine meanwhile', loadavg()[0] ?? 0, 'processes');
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}
