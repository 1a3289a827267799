import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runStep } from './run.mjs';
import { versionsOf } from './versions.mjs';

/** The production builds of the pages. */
export const pages = versionsOf({
  folder: '.set-up/builds',
  sources: [
    'app',
    'components',
    'lib',
    'prisma/schema.prisma',
    'prisma/demo',
    'public',
    'next.config.js',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ],
  async make(version) {
    await runStep(
      'Building the pages (a minute, once)',
      process.execPath,
      ['node_modules/next/dist/bin/next', 'build'],
      { PARALLAX_BUILD: version, NODE_ENV: 'production' },
    );
    rmSync(join(root, version, 'cache'), { recursive: true, force: true });
  },
});
