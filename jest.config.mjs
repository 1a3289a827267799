import { readFileSync, readdirSync } from 'node:fs';
import nextJest from 'next/jest.js';

/** Packages that are only ES modules, which Jest must translate. */
const modules = ['eld', 'entities', 'marked', 'tinypool', 'uuid'].join('|');

const { transformIgnorePatterns: _, ...settings } = await nextJest({ dir: '.' })({
  roots: ['<rootDir>/tests'],
  // One context and one copy of each package for all test files of a worker (docs/decisions/020).
  testEnvironment: '<rootDir>/tests/harness/environment.ts',
  runtime: '<rootDir>/tests/harness/worker-runtime.cjs',
  globalSetup: '<rootDir>/tests/harness/set-up.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/harness/every-test.ts'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/$1',
    '^eld/small$': '<rootDir>/node_modules/eld/src/entries/static.small.js',
  },
  testTimeout: 60_000,
})();

/** The tests that run on one kind of database: `embedded`, `postgresql`, or `pgbouncer` before one. */
const project = (database, chosen = {}) => ({
  ...settings,
  transformIgnorePatterns: [`/node_modules/(?!(${modules})/)`],
  displayName: database,
  testEnvironmentOptions: { database },
  ...chosen,
});

/** The tests of stores that write SQL themselves: there the two databases could differ. */
const storesWithSql = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('-store.ts'))
  .filter((path) => /\$(?:query|execute)Raw|Prisma\.sql/.test(readFileSync(`lib/${path}`, 'utf8')))
  .map((path) => `<rootDir>/tests/lib/${path.replace(/\.ts$/, '.test.ts')}`);

export default {
  projects: [
    project('embedded'),
    project('postgresql', {
      testMatch: [...storesWithSql, '<rootDir>/tests/lib/transaction.test.ts'],
    }),
    // Locks, long statements and transactions of several statements: what a pooler could disturb.
    project('pgbouncer', {
      testMatch: [
        ...storesWithSql.filter((path) => /\/lib\/(?:access|annotation)\//.test(path)),
        '<rootDir>/tests/lib/transaction.test.ts',
      ],
    }),
  ],
  testSequencer: '<rootDir>/tests/harness/sequencer.mjs',
  reporters: ['default', '<rootDir>/tests/harness/durations-reporter.mjs'],
  testTimeout: 60_000,
  maxWorkers: 2,
  // PGlite, at rest, sets a timer of ten seconds again and again; nothing else is left open.
  forceExit: true,
};
