import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { lineFaults } from '@/bench/drill/line-faults';
import { setUpStep } from './harness/set-up-step';

const run = promisify(execFile);

/** What the report says after a name. */
function reportLine(report: string, name: string): string {
  const line = report.split('\n').find((each) => each.startsWith(`${name}: `));
  if (line === undefined) throw new Error(`The drill does not tell of “${name}”:\n${report}`);
  return line.slice(name.length + 2);
}

test('a short drill, in which everything breaks, loses and doubles nothing', async () => {
  const PARALLAX_BUILD = process.env.PARALLAX_BUILD ?? (await setUpStep('build'));
  const { DATABASE_URL: _, ...env } = process.env;
  const words = [
    'server/set-up/typescript.mjs',
    'bench/drill/run.ts',
    '--short',
    '--seed=20261125',
  ];
  // One that ends with another code is thrown, with all that it has told.
  const { stdout } = await run(process.execPath, words, { env: { ...env, PARALLAX_BUILD } });
  for (const name of ['lost', 'duplicated', 'refused', 'still waiting'])
    expect(reportLine(stdout, name)).toBe('0');
  expect(reportLine(stdout, 'gaps and disagreements in histories')).toBe('0');
  expect(reportLine(stdout, 'views that differ from the server')).toBe('0');
  expect(Number.parseInt(reportLine(stdout, 'acknowledged'), 10)).toBeGreaterThan(20);
  const kinds = ['server killed', 'database killed', 'line cut', 'line silent', 'database hung'];
  const mayMount = !stdout.includes('the full disk is left out');
  for (const kind of [...kinds, ...(mayMount ? ['disk full'] : [])])
    expect(reportLine(stdout, 'outages')).toMatch(new RegExp(`${kind} \\d`));
  for (const fault of lineFaults)
    expect(reportLine(stdout, 'faults of the line')).toContain(`${fault} `);
  expect(reportLine(stdout, 'acts')).toMatch(/crash \d/);
  // A busy machine takes minutes to start the server three times.
}, 900_000);
