import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { EnvProblem } from '@/lib/env';
import { Refusal } from '@/lib/refusal';
import { ArchiveProblem, StartProblem } from '@/server/process/operator-problem';

/** A path relative to where the operator called npm, which runs commands in the project's folder. */
export const givenPath = (path: string): string => resolve(process.env.INIT_CWD ?? '.', path);

/** The version of Parallax. */
export async function productVersion(root: string): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** A size in bytes as text, in megabytes (10^6 bytes). */
export const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const isExpected = (thrown: unknown): thrown is Error =>
  thrown instanceof ArchiveProblem ||
  thrown instanceof StartProblem ||
  thrown instanceof EnvProblem ||
  thrown instanceof Refusal ||
  // From parseArgs: an unknown option, or one without its value.
  (thrown instanceof TypeError && 'code' in thrown);

/** An error of the system or the database, or of the driver when a connection is lost. */
const isFromOutside = (thrown: unknown): thrown is Error =>
  thrown instanceof Error &&
  (('code' in thrown && typeof thrown.code === 'string') ||
    thrown.message.startsWith('Connection terminated'));

const written = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => stream.write(`${text}\n`, () => resolve()));

function sentence(thrown: unknown): string {
  if (isExpected(thrown)) return thrown.message;
  if (isFromOutside(thrown))
    return `That failed, and nothing that was there was changed: ${thrown.message}.`;
  return inspect(thrown);
}

/** Runs a command: prints its result, or why it failed, and ends the process. */
export async function runCommand(work: () => Promise<string>): Promise<never> {
  try {
    await written(process.stdout, await work());
    // The embedded database leaves a timer behind when it has run in this process.
    process.exit(0);
  } catch (thrown) {
    await written(process.stderr, sentence(thrown));
    process.exit(1);
  }
}
