import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runStep } from './run.mjs';

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Whether what npm says it installed is what the lock file asks for. */
export function arePackagesThere() {
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return path in installed ? installed[path].version === version : optional === true;
  });
}

/** Installs the packages, where they are missing or the lock file has changed. */
export async function installPackages() {
  if (arePackagesThere()) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await runStep('Installing packages', npm ? process.execPath : 'npm', npm ? [npm, ...args] : args);
}
