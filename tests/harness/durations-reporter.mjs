import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** The limits for test files in a whole run, in seconds on an idle machine with two cores, with exceptions. */
const maxSeconds = 60;
const mayTakeLonger = /^tests\/(?:journeys\/(?:pages|leak)|attacks\/comparison|drill)\.test\.ts$/;

/** The limit for all files of a whole run together, in seconds of two workers on such a machine. */
const maxSecondsOfAll = 2 * 360;
/** A run with at least this many files counts as a whole run. */
const minFiles = 500;

/**
 * Prints the ten slowest test files of a run. In a whole run, also stores the duration of each in
 * `.set-up/durations.json` (for renew-durations.mjs) and fails if a file exceeds its limit. If the whole
 * run exceeds its limit, the machine is slower or busy, and the limits of files rise in proportion.
 */
export default class DurationsReporter {
  #rootDir;
  #error;

  constructor(globalConfig) {
    this.#rootDir = globalConfig.rootDir;
  }

  onRunComplete(_, { testResults }) {
    const all = testResults
      .map(({ testFilePath, perfStats, displayName }) => ({
        path: relative(this.#rootDir, testFilePath),
        on: displayName?.name === 'embedded' ? '' : ` on ${displayName?.name}`,
        seconds: perfStats.runtime / 1000,
      }))
      .sort((a, b) => b.seconds - a.seconds);
    if (all.length < 20) return;
    process.stderr.write('\nThe slowest test files, in seconds:\n');
    for (const { path, on, seconds } of all.slice(0, 10))
      process.stderr.write(`${seconds.toFixed(1).padStart(7)}  ${path}${on}\n`);
    if (all.length >= minFiles) this.#finishWholeRun(all);
  }

  #finishWholeRun(all) {
    const embedded = all.filter(({ on }) => on === '');
    mkdirSync('.set-up', { recursive: true });
    writeFileSync(
      '.set-up/durations.json',
      JSON.stringify(Object.fromEntries(embedded.map(({ path, seconds }) => [path, seconds]))),
    );
    const total = all.reduce((sum, { seconds }) => sum + seconds, 0);
    const limit = maxSeconds * Math.max(1, total / maxSecondsOfAll);
    const tooSlow = all.filter(({ path, seconds }) => seconds > limit && !mayTakeLonger.test(path));
    if (tooSlow.length === 0) return;
    const names = tooSlow.map(({ path, seconds }) => `${path} (${seconds.toFixed(0)} s)`);
    this.#error = new Error(
      `A test file may take ${limit.toFixed(0)} s here; longer took ${names.join(', ')}.`,
    );
  }

  getLastError() {
    return this.#error;
  }
}
