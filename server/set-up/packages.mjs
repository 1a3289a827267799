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

/**
 * Whether what npm says it installed is what the lock file asks for; `withoutDevelopment`, what only
 * builds and tests need may be missing.
 */
export function arePackagesThere({ withoutDevelopment }) {
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([path, entry]) => {
    if (path === '') return true;
    if (path in installed) return installed[path].version === entry.version;
    const isDevelopment = entry.dev === true || entry.devOptional === true;
    return entry.optional === true || (withoutDevelopment && isDevelopment);
  });
}

/** Installs the packages, where some that are needed are missing or the lock file has changed. */
export async function installPackages(needed) {
  if (arePackagesThere(needed)) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await runStep('Installing packages', npm ? process.execPath : 'npm', npm ? [npm, ...args] : args);
}
