import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type axeCore from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { setUpStep } from './set-up-step';
import { heldByWorker } from './worker-held';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser for the tests of one file; unexpected errors of a page fail the test. */
export type TestBrowser = {
  /** A new context: another person, or the same on another machine. */
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A context that the tests of this file share; opened before all of them. */
  lastingContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page in a new context. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** Errors of pages that match are expected in this test. */
  expectError(pattern: RegExp): void;
};

/** Gives a test file the Chromium that all files of the worker share; to be called at its top level. */
export function useBrowser(): TestBrowser {
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  const lasting: BrowserContext[] = [];
  let complaints: string[] = [];
  let expected: RegExp[] = [];

  beforeAll(async () => {
    browser = await heldByWorker('browser', async () =>
      chromium.launch({ executablePath: await setUpStep('chromium'), args }),
    );
  }, 120_000);

  afterEach(async () => {
    const unexpected = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
    await Promise.all(contexts.map((context) => context.close()));
    [contexts, complaints, expected] = [[], [], []];
    expect(unexpected).toEqual([]);
  });

  afterAll(() => Promise.all(lasting.map((context) => context.close())));

  async function open(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const opened = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      // Animations are drawn continuously and have to be waited for.
      reducedMotion: 'reduce',
      ...options,
    });
    opened.on('weberror', (error) => complaints.push(String(error.error())));
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    return opened;
  }

  async function context(options?: BrowserContextOptions): Promise<BrowserContext> {
    const opened = await open(options);
    contexts.push(opened);
    return opened;
  }

  return {
    context,
    async lastingContext(options) {
      const opened = await open(options);
      lasting.push(opened);
      return opened;
    },
    page: async (options) => (await context(options)).newPage(),
    expectError: (pattern) => void expected.push(pattern),
  };
}

/** Waits until the scripts of a page run and nothing on it is still being loaded or moving. */
export async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const heading = document.querySelector('h1');
    const runs = heading !== null && Object.keys(heading).some((key) => key.startsWith('__react'));
    const loading = '[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root';
    const moves = document.getAnimations().some(({ playState }) => playState === 'running');
    const isLoaded = document.querySelector(loading) === null && document.fonts.status === 'loaded';
    return runs && isLoaded && !moves;
  });
}

let axeText: string | undefined;

/** Axe as a script for a page, without its comments, which every page would have to parse. */
const axeSource = (): string =>
  (axeText ??= readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));

/** The violations that axe finds on a page, a line each: rule and element. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource());
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof axeCore };
    // A colour in transition would be measured; even the shortest transition takes a frame.
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    // Preloading fetches style sheets for a rule that is off.
    const { violations } = await engine.run({ resultTypes: ['violations'], preload: false });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}
