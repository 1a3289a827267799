import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { setUpStep } from './set-up-step';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser for the tests of one file; what a page complains of, and nobody expected, fails the test. */
export type TestBrowser = {
  /** A fresh context: another person, or the same on another machine. */
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page in a fresh context. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** Complaints that match are meant to be, in this test. */
  expectError(pattern: RegExp): void;
};

/** Opens Chromium once for the file that calls this at its top, and closes it at the end. */
export function useBrowser(): TestBrowser {
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];
  let expected: RegExp[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: await setUpStep('chromium'), args });
  }, 120_000);

  afterEach(async () => {
    const unexpected = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
    await Promise.all(contexts.map((context) => context.close()));
    [contexts, complaints, expected] = [[], [], []];
    expect(unexpected).toEqual([]);
  });

  afterAll(() => browser.close());

  async function context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const opened = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    opened.on('weberror', (error) => complaints.push(String(error.error())));
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    contexts.push(opened);
    return opened;
  }

  return {
    context,
    page: async (options) => (await context(options)).newPage(),
    expectError: (pattern) => void expected.push(pattern),
  };
}

/** What axe finds wrong with a page, a line each: the rule and where. */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}
