import { readFileSync, writeFileSync } from 'node:fs';

// Renews tests/durations.json, by which the longest test files begin first, from the last whole run:
// node tests/harness/renew-durations.mjs

/** Shorter test files are not listed; in seconds. */
const minSeconds = 1;

const measured = Object.entries(JSON.parse(readFileSync('.set-up/durations.json', 'utf8')));
const table = measured
  .filter(([, seconds]) => seconds >= minSeconds)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([path, seconds]) => [path, Math.round(seconds)]);
writeFileSync('tests/durations.json', `${JSON.stringify(Object.fromEntries(table), null, 2)}\n`);
console.log(`${table.length} test files take a second or longer.`);
