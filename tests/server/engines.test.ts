import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { satisfies } from 'semver';

/** The oldest Node.js that Parallax promises to run on (package.json, `engines`). */
const oldest = '20.19.0';

type Entry = {
  dev?: boolean;
  devOptional?: boolean;
  engines?: { node?: string };
  hasInstallScript?: boolean;
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>;
};
const [own, ...all] = Object.entries(lock.packages);
const inProduction = all.filter(([, { dev, devOptional }]) => !dev && !devOptional);

const faultsIn = (packages: [string, Entry][], version: string): string[] =>
  packages
    .filter(([, { engines }]) => !satisfies(version, engines?.node ?? '*'))
    .map(([path, { engines }]) => `${path} wants Node.js ${engines?.node}`);

test('every package that runs in production runs on the oldest Node.js that we promise', () => {
  expect(own?.[1].engines?.node).toBe('>=20.19');
  expect(inProduction.length).toBeGreaterThan(100);
  expect(faultsIn(inProduction, oldest)).toEqual([]);
});

test('one that does not is found', () => {
  expect(faultsIn(inProduction, '16.0.0').length).toBeGreaterThan(5);
  expect(faultsIn([['node_modules/newer', { engines: { node: '^22 || >=24' } }]], oldest)).toEqual([
    'node_modules/newer wants Node.js ^22 || >=24',
  ]);
});

test('no package that runs in production waits for a script at its installation', () => {
  const waiting = inProduction.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  // .npmrc disables such scripts.
  expect(waiting.map(([path]) => path)).toEqual([]);
});
