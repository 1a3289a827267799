import { ArchiveProblem, StartProblem } from '@/server/process/operator-problem';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { EnvProblem } from '@/lib/env';
import { Refusal } from '@/lib/refusal';

/** A path as the operator wrote it: npm runs commands in the project’s folder. */
export const givenPath = (path: string): string => resolve(process.env.INIT_CWD ?? '.', path);

/** The version of this Parallax. */
export async function productVersion(root: string): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** A size as people read it. */
export const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const isExpected = (thrown: unknown): thrown is Error =>
  thrown instanceof ArchiveProblem ||
  thrown instanceof StartProblem ||
  thrown instanceof EnvProblem ||
  thrown instanceof Refusal ||
  // From parseArgs: an option that there is not, or without its value.
  (thrown instanceof TypeError && 'code' in thrown);

/** What the system or the database said, or the driver of a connection that was lost. */
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

/** Runs a command: prints what it answers, or why it could not, and ends the process. */
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
