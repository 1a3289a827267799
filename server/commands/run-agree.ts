import { reportLines, reportText } from '@/lib/agreement/calculator/report';
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answerFile } from '@/lib/agreement/calculator/answer-file';
import { orientations } from '@/lib/agreement/calculator/coding-data';
import { checkSize } from '@/lib/agreement/calculator/file-text';
import type { ReadOptions } from '@/lib/agreement/calculator/own-file';
import { fileKinds } from '@/lib/agreement/calculator/own-file';
import { Refusal } from '@/lib/refusal';
import { makeFilesPrivate } from '@/server/process/data-folder';

const usage = `npm run --silent agree -- [--json] [--kind ${fileKinds.join('|')}] [--columns ${orientations.join('|')}] FILE…
Gives the figures of agreement for reference cases (JSON) and for your data (CSV): rows of
document, annotator, start, end, label; or a table of coders and items.`;

/** Why a file or the command line cannot be used; printed without a stack. */
class AgreeProblem extends Error {}

async function bytesOf(path: string): Promise<Uint8Array> {
  // npm runs scripts in the project's folder, but paths are relative to where the user called it.
  const file = await open(resolve(process.env.INIT_CWD ?? '.', path)).catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
    const isAbsent = 'code' in error && error.code === 'ENOENT';
    throw new AgreeProblem(
      isAbsent ? 'There is no such file.' : `It cannot be opened: ${error.message}.`,
    );
  });
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw new AgreeProblem('It is a folder. Name the files in it.');
    checkSize(stat.size);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

const oneOf = <Word extends string>(
  name: string,
  word: string | undefined,
  choices: readonly Word[],
) => {
  const found = choices.find((one) => one === word);
  if (word !== undefined && found === undefined)
    throw new AgreeProblem(`--${name} is one of ${choices.join(', ')}.`);
  return found;
};

async function agree(path: string, options: ReadOptions, asJson: boolean): Promise<string[]> {
  const answer = await answerFile(await bytesOf(path), options);
  if (answer.kind === 'checks') return answer.lines.map((line) => JSON.stringify(line));
  return asJson
    ? reportLines(basename(path), answer.report).map((line) => JSON.stringify(line))
    : [...reportText(basename(path), answer.report), ''];
}

const write = (text: string) =>
  new Promise<void>((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()));
  });

async function run(): Promise<void> {
  makeFilesPrivate();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      kind: { type: 'string' },
      columns: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return write(`${usage}\n`);
  if (positionals.length === 0) throw new AgreeProblem(`Name a file.\n${usage}`);
  const options = {
    kind: oneOf('kind', values.kind, fileKinds),
    orientation: oneOf('columns', values.columns, orientations),
  };
  for (const path of positionals) {
    try {
      const lines = await agree(path, options, values.json);
      if (lines.length > 0) await write(`${lines.join('\n')}\n`);
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof AgreeProblem)) throw error;
      console.error(`${path}: ${error.message}`);
      process.exitCode = 1;
    }
  }
}

run().catch((error: unknown) => {
  // The reader of the output may stop early, as “head” does.
  const isClosed = error instanceof Error && 'code' in error && error.code === 'EPIPE';
  const isExpected =
    error instanceof AgreeProblem || (error instanceof TypeError && 'code' in error);
  if (!isClosed) console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = isClosed ? 0 : 1;
});
