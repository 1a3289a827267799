import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** The order of test groups, in which faults show early: quick and significant ones first. */
const groups = [/^tests\/house/, /^tests\/lib\//, /^tests\/app\//, /^tests\/components\//];
// The drill starts among the journeys: after them it would run alone while other workers are idle.
const last = [/^tests\/server\//, /^tests\/(?:journeys\/|drill)/];

function groupOf(path) {
  const early = groups.findIndex((group) => group.test(path));
  if (early !== -1) return early;
  const late = last.findIndex((group) => group.test(path));
  return groups.length + (late === -1 ? 0 : late + 1);
}

const table = 'tests/durations.json';

/**
 * Runs the groups of tests in order, and in each group the longest first, so that no long one is alone
 * at the end. The durations are in a committed table (see renew-durations.mjs), so that a new clone has
 * them.
 */
export default class Sequencer extends TestSequencer {
  #durations = existsSync(table) ? JSON.parse(readFileSync(table, 'utf8')) : {};

  sort(tests) {
    const rank = (test) => {
      const path = relative(test.context.config.rootDir, test.path);
      return [groupOf(path), this.#durations[path] ?? 0, path];
    };
    return tests
      .map((test) => ({ test, rank: rank(test) }))
      .sort(
        ({ rank: [groupA, durationA, pathA] }, { rank: [groupB, durationB, pathB] }) =>
          groupA - groupB || durationB - durationA || pathA.localeCompare(pathB),
      )
      .map(({ test }) => test);
  }
}
