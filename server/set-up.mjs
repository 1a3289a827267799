import { alone } from './set-up/alone.mjs';
import { build } from './set-up/build.mjs';
import { chromiumPath, installChromium } from './set-up/chromium.mjs';
import { generateClient } from './set-up/database-client.mjs';
import { installPackages } from './set-up/packages.mjs';
import { SetUpProblem, root, run } from './set-up/run.mjs';

// Every command of package.json begins here, in plain Node: a fresh clone has nothing else.

const least = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) return;
  throw new SetUpProblem(
    `Parallax needs Node.js ${least.join('.')} or later; this is ${process.versions.node}. Please install a newer one.`,
  );
}

const code = async (program, args, env) =>
  (await run(process.execPath, [program, ...args], { show: true, env })).code;
const typescript = (file, args, env) => code('--import', ['tsx', file, ...args], env);

/** What each command needs, and what it does then; it answers the exit code, or nothing while it serves. */
const commands = {
  start: {
    build: true,
    async deed(args, folder) {
      process.env.PARALLAX_BUILD = folder;
      process.env.NEXT_TELEMETRY_DISABLED = '1';
      process.env.NODE_ENV = 'production';
      const { register } = await import('tsx/esm/api');
      register();
      await import('./start.ts');
    },
  },
  test: {
    build: true,
    chromium: true,
    deed: (args, folder) => code('node_modules/jest/bin/jest.js', args, { PARALLAX_BUILD: folder }),
  },
  bench: {
    build: true,
    chromium: true,
    deed: (args, folder) => typescript('bench/run.ts', args, { PARALLAX_BUILD: folder }),
  },
  drill: {
    build: true,
    deed: (args, folder) => typescript('bench/drill/run.ts', args, { PARALLAX_BUILD: folder }),
  },
  build: { build: true, deed: (_, folder) => console.log(folder) },
  chromium: { chromium: true, deed: () => console.log(chromiumPath()) },
  demo: { deed: (args) => typescript('server/run-demo.ts', args) },
  agree: { deed: (args) => typescript('server/run-agree.ts', args) },
  migration: { deed: (args) => typescript('server/write-migration.ts', args) },
};

async function setUp(command) {
  checkNode();
  return alone(async () => {
    await installPackages();
    await generateClient();
    if (command.chromium) await installChromium();
    return command.build ? build() : undefined;
  });
}

const [name = 'start', ...args] = process.argv.slice(2);
process.chdir(root);
try {
  const command = commands[name];
  if (command === undefined)
    throw new SetUpProblem(`There is no “${name}”: ${Object.keys(commands).join(', ')}.`);
  // Some tests only: what those need beyond the packages, they get themselves.
  const some = name === 'test' && args.some((arg) => !arg.startsWith('-'));
  const folder = await setUp(some ? { ...command, build: false, chromium: false } : command);
  const exitCode = await command.deed(args, folder);
  if (exitCode !== undefined) process.exitCode = exitCode;
} catch (error) {
  process.stderr.write(`${error instanceof SetUpProblem ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
