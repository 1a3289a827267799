import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { alone, isSetUpAtWork } from './set-up/alone.mjs';
import { pages } from './set-up/pages.mjs';
import { programs } from './set-up/programs.mjs';
import { inputState, readReady, writeReady } from './set-up/readiness.mjs';
import {
  arePackagesThere,
  chromiumPath,
  generateClient,
  installChromium,
  installPackages,
} from './set-up/requirements.mjs';
import { SetUpProblem, isUnwritable, root, run } from './set-up/run.mjs';

// The entry point of every command of package.json, in plain Node: a fresh clone has nothing else.

const minNode = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > minNode[0] || (major === minNode[0] && minor >= minNode[1])) return;
  throw new SetUpProblem(
    `Parallax needs Node.js ${minNode.join('.')} or later; this is ${process.versions.node}. Please install a newer one.`,
  );
}

/** Runs a Node program with its output shown; returns its exit code. */
const code = async (program, args, env) =>
  (await run(process.execPath, [program, ...args], { show: true, env })).code;
const typescript = (file, args) => code('server/set-up/typescript.mjs', [file, ...args]);

/** Runs a bundled program in this process. */
async function program(name) {
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(process.env.PARALLAX_PROGRAMS, `${name}.mjs`)).href);
}

/** A command of the operator for an account. */
const account = (name) => ({
  runsBuilt: true,
  run(args) {
    process.argv.splice(2, process.argv.length, name, ...args);
    return program('account');
  },
});

/** Whether the arguments for Jest select tests. */
const isPart = (args) => args.some((arg) => !arg.startsWith('-'));

/** Each command: what must be built, and its function, which returns the exit code or nothing while it serves. */
const commands = {
  start: {
    build: true,
    runsBuilt: true,
    run() {
      process.env.NEXT_TELEMETRY_DISABLED = '1';
      process.env.NODE_ENV = 'production';
      // Collects garbage when the heap has grown by a fifth; by default V8 lets it grow several times as large.
      setFlagsFromString('--heap-growing-percent=20');
      return program('start');
    },
  },
  test: {
    build: true,
    chromium: true,
    // Selected tests run on the embedded database only.
    run: (args) =>
      code('node_modules/jest/bin/jest.js', [
        ...args,
        ...(isPart(args) && !args.includes('--selectProjects')
          ? ['--selectProjects', 'embedded']
          : []),
      ]),
  },
  bench: { build: true, chromium: true, run: (args) => typescript('bench/run.ts', args) },
  drill: { build: true, run: (args) => typescript('bench/drill/run.ts', args) },
  programs: { run: () => console.log(process.env.PARALLAX_PROGRAMS) },
  build: { build: true, run: () => console.log(process.env.PARALLAX_BUILD) },
  chromium: { chromium: true, run: () => console.log(chromiumPath()) },
  demo: { runsBuilt: true, run: () => program('demo') },
  agree: { runsBuilt: true, run: () => program('agree') },
  'reset-password': account('reset-password'),
  'disable-account': account('disable-account'),
  'enable-account': account('enable-account'),
  'remove-second-factor': account('remove-second-factor'),
  backup: { runsBuilt: true, run: () => program('backup') },
  restore: { runsBuilt: true, run: () => program('restore') },
  move: { runsBuilt: true, run: () => program('move') },
  migration: { run: (args) => typescript('server/migrations/write-migration.ts', args) },
};

/** Whether everything that the command runs is built, so that no development packages are needed. */
const isBuilt = (command) =>
  command.runsBuilt === true && programs.isMade() && (!command.build || pages.isMade());

async function makeMissing(name, command) {
  const isComplete = isBuilt(command);
  await installPackages({ withoutDevelopment: isComplete });
  if (!isComplete) await generateClient();
  if (command.chromium) await installChromium();
  const folders = { programs: await programs.ensure() };
  if (command.build) folders.build = await pages.ensure();
  writeReady(name, inputState(), folders);
  return folders;
}

/** The folders of what is built, in a project folder that is read-only; throws if something is missing. */
function foundBuilt(command, { code }) {
  if (!isBuilt(command) || !arePackagesThere({ withoutDevelopment: true }))
    throw new SetUpProblem(
      `Parallax is not built for this Node.js (${process.version}), and its folder ${root} cannot be written to (${code}). ` +
        'Run “npm run build” there as a user who may write to it, with the same Node.js. After that, ' +
        '“npm start” writes to the data folder only: name one that is yours with PARALLAX_DATA.',
    );
  return { programs: programs.current(), ...(command.build ? { build: pages.current() } : {}) };
}

/** Builds what is missing; returns the folders of the programs and, if the command needs them, of the pages. */
async function setUp(name, command) {
  checkNode();
  const ready = isSetUpAtWork() ? null : readReady(name, inputState());
  if (ready !== null && (!command.chromium || chromiumPath() !== null)) return ready;
  try {
    return await alone(() => makeMissing(name, command));
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return foundBuilt(command, error);
  }
}

const [name = 'start', ...args] = process.argv.slice(2);
process.chdir(root);
try {
  const command = commands[name];
  if (command === undefined)
    throw new SetUpProblem(`There is no “${name}”: ${Object.keys(commands).join(', ')}.`);
  // Selected tests get what they need beyond the packages themselves.
  const folders =
    name === 'test' && isPart(args)
      ? await setUp('some-tests', { ...command, build: false, chromium: false })
      : await setUp(name, command);
  process.env.PARALLAX_PROGRAMS = join(root, folders.programs);
  if (folders.build !== undefined) process.env.PARALLAX_BUILD = folders.build;
  process.argv = [process.argv[0], process.argv[1], ...args];
  const exitCode = await command.run(args);
  if (exitCode !== undefined) process.exitCode = exitCode;
} catch (error) {
  process.stderr.write(`${error instanceof SetUpProblem ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
