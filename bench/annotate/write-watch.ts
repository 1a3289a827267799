import path from 'node:path';
import { build } from 'esbuild';

/** Bundles a script of bench/ that watches pages; answers the path of what came of it. */
export async function writeWatch(folder: string, script: string): Promise<string> {
  const outfile = path.join(folder, 'watch-script.js');
  const entry = path.join('bench', script);
  await build({ entryPoints: [entry], outfile, bundle: true, logLevel: 'error' });
  return outfile;
}
