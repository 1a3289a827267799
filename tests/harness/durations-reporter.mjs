import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** No test file may take longer, in seconds of a quiet machine with two cores, but these. */
const maxSeconds = 60;
const mayTakeLonger = /^tests\/(?:journeys\/(?:pages|leak|settling)|drill)\.test\.ts$/;

/**
 * Prints the ten slowest test files of a run, keeps how long each took in `.set-up/durations.json`
 * (for renew-durations.mjs), and fails the run where one has become too slow.
 */
export default class DurationsReporter {
  #rootDir;
  #tooSlow = [];

  constructor(globalConfig) {
    this.#rootDir = globalConfig.rootDir;
  }

  onRunComplete(_, { testResults, numTotalTests }) {
    const all = testResults
      .map(({ testFilePath, perfStats, displayName }) => ({
        path: relative(this.#rootDir, testFilePath),
        on: displayName?.name === 'embedded' ? '' : ` on ${displayName?.name}`,
        seconds: perfStats.runtime / 1000,
      }))
      .sort((a, b) => b.seconds - a.seconds);
    if (numTotalTests === 0 || all.length < 20) return;
    process.stderr.write('\nThe slowest test files, in seconds:\n');
    for (const { path, on, seconds } of all.slice(0, 10))
      process.stderr.write(`${seconds.toFixed(1).padStart(7)}  ${path}${on}\n`);
    const embedded = all.filter(({ on }) => on === '');
    mkdirSync('.set-up', { recursive: true });
    writeFileSync(
      '.set-up/durations.json',
      JSON.stringify(Object.fromEntries(embedded.map(({ path, seconds }) => [path, seconds]))),
    );
    this.#tooSlow = all.filter(
      ({ path, seconds }) => seconds > maxSeconds && !mayTakeLonger.test(path),
    );
  }

  getLastError() {
    if (this.#tooSlow.length === 0) return undefined;
    const names = this.#tooSlow.map(({ path, seconds }) => `${path} (${seconds.toFixed(0)} s)`);
    return new Error(`A test file may take ${maxSeconds} s; longer took ${names.join(', ')}.`);
  }
}
