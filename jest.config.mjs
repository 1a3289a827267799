import nextJest from 'next/jest.js';

/** Packages that are only ES modules, which Jest must translate. */
const modules = ['eld', 'marked', 'tinypool', 'uuid'].join('|');

const config = await nextJest({ dir: '.' })({
  roots: ['<rootDir>/tests'],
  testEnvironment: '<rootDir>/tests/harness/environment.ts',
  globalSetup: '<rootDir>/tests/harness/set-up.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/harness/every-test.ts'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/$1',
    '^eld/small$': '<rootDir>/node_modules/eld/src/entries/static.small.js',
  },
  maxWorkers: 2,
  // PGlite, at rest, sets a timer of ten seconds again and again; nothing else is left open.
  forceExit: true,
  testTimeout: 60_000,
})();

export default { ...config, transformIgnorePatterns: [`/node_modules/(?!(${modules})/)`] };
