import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from './programs.mjs';
import { root } from './run.mjs';

// Runs a TypeScript file of development, such as a measurement: node server/set-up/typescript.mjs FILE ARG…

const [, program = '', file = '', ...args] = process.argv;
const folder = join(root, '.set-up/scripts');
const bundled = join(folder, `${file.replace(/[^a-z0-9]+/gi, '-')}-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
await build({ ...bundleOptions, entryPoints: [file], outfile: bundled, sourcemap: 'inline' });
process.argv = [process.argv[0] ?? '', program, ...args];
process.setSourceMapsEnabled(true);
process.once('exit', () => rmSync(bundled, { force: true }));
await import(pathToFileURL(bundled).href);
