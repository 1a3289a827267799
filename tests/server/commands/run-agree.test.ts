import { casePath } from '@/tests/builders/annotated-cases';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-agree-'));
  await writeFile(join(folder, 'table.csv'), 'item;Ann;Bob\none;1;1\ntwo;2;2\nthree;1;\n');
  await writeFile(join(folder, 'spans.csv'), 'document,annotator,start,end,label\nd,a,7,3,x\n');
  await writeFile(join(folder, 'large.csv'), '');
  await truncate(join(folder, 'large.csv'), 100_000_000);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

type Result = { code: number; stdout: string; stderr: string };

/** As a person runs it: by npm, from the folder with the files. */
const agree = (...args: string[]): Promise<Result> =>
  new Promise((done) => {
    const all = ['run', '--silent', '--prefix', process.cwd(), 'agree', '--', ...args];
    const env = { ...process.env, INIT_CWD: folder };
    execFile('npm', all, { cwd: folder, env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });

describe('npm run --silent agree', () => {
  test('answers a reference case, one line of JSON a check, and nothing else', async () => {
    const path = join(process.cwd(), casePath('coding-degenerate-single-category'));
    const { code, stdout, stderr } = await agree(path);
    const asked: unknown = JSON.parse(await readFile(path, 'utf8'));
    expect(asked).toMatchObject({ checks: { length: 3 } });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([
      {
        id: 'degenerate-single-category',
        measure: 'krippendorff_alpha',
        params: { level: 'nominal' },
        value: null,
        reason: 'only one value was given',
      },
      expect.objectContaining({ measure: 'fleiss_kappa', value: null }),
      expect.objectContaining({ measure: 'gwet_ac1', value: null }),
    ]);
    expect([code, stderr]).toEqual([0, '']);
  }, 300_000);

  test('answers what it can of several files, and says what is wrong with the others', async () => {
    const { code, stdout, stderr } = await agree(
      'spans.csv',
      'table.csv',
      'large.csv',
      'none.csv',
      '.',
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^table\.csv\n2 coders, 3 items, 2 values/);
    expect(stdout).toContain('Percent agreement');
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /^spans\.csv: Line 2: the span ends at 3, which is not after its start/,
      ),
      expect.stringMatching(/^large\.csv: The file has 100 MB, and at most 50 MB are accepted\./),
      'none.csv: There is no such file.',
      '.: It is a folder. Name the files in it.',
    ]);
  }, 300_000);

  test('gives JSON of a table if asked, read as asked', async () => {
    const { stdout, code } = await agree('--json', '--columns', 'items', 'table.csv');
    const first: unknown = JSON.parse(stdout.split('\n')[0] ?? '');
    expect([code, first]).toEqual([
      0,
      expect.objectContaining({ id: 'table.csv', coders: 3, n: 2 }),
    ]);
  }, 300_000);

  test.each([
    [[], 'Name a file.'],
    [['--kind', 'poem', 'table.csv'], '--kind is one of case, spans, coding.'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])(
    'says how it is used, of %j',
    async (args, words) => {
      const { code, stdout, stderr } = await agree(...args);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(words);
    },
    300_000,
  );
});
