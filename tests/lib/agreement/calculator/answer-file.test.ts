import { caseNames, referenceCase } from '@/tests/builders/annotated-cases';
import type { CheckLine } from '@/lib/agreement/calculator/answer-file';
import { describe, expect, it } from '@jest/globals';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';
import { answerFile, answerCase } from '@/lib/agreement/calculator/answer-file';

async function linesOf(...of: Parameters<typeof answerCase>): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  for await (const line of answerCase(...of)) lines.push(line);
  return lines;
}

/** Where `found` is not what was expected, within a tolerance; what is found beyond it does not matter. */
function faults(expected: unknown, found: unknown, tolerance: number, path = 'value'): string[] {
  if (typeof expected === 'number' && typeof found === 'number')
    return Math.abs(expected - found) <= tolerance ? [] : [`${path}: ${found}, not ${expected}`];
  if (typeof expected === 'object' && expected !== null && typeof found === 'object' && found)
    return Object.entries(expected).flatMap(([key, value]) =>
      faults(value, Reflect.get(found, key), tolerance, `${path}.${key}`),
    );
  return expected === found ? [] : [`${path}: ${String(found)}, not ${String(expected)}`];
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const cases = caseNames.map((name) => {
  const one = referenceCase(name);
  const answers = linesOf(one);
  const checks = one.checks.map((check, at): [string, number] => {
    const published = check.published === undefined ? '' : `, published ${short(check.published)}`;
    const what = `${check.measure} ${short(check.params)} = ${short(check.expected)}${published}`;
    return [what, at];
  });
  return { title: `${one.id} (${String(one.source)})`, one, answers, checks };
});

describe.each(cases)('$title', ({ one, answers, checks }) => {
  it.each(checks)('%s', async (_, at) => {
    const line = (await answers)[at];
    const check = one.checks[at];
    expect(line).toMatchObject({ id: one.id, measure: check?.measure, params: check?.params });
    expect(faults(check?.expected, line?.value, Number(check?.tolerance))).toEqual([]);
    // Undefined is said in words, and what is defined says nothing.
    expect(line?.reason === undefined).toBe(line?.value !== null);
    expect(line?.reason ?? '').not.toContain('there is no measure');
  });
});

it('answers every reference value there is', () => {
  expect(cases.reduce((sum, { checks }) => sum + checks.length, 0)).toBe(475);
});

const small = {
  schema: 1,
  id: 'small',
  input: {
    kind: 'coding',
    raters: ['r', 's'],
    ratings: [
      [1, 2],
      [1, 2],
    ],
  },
};

it.each<[{ measure: string; params?: object }, string]>([
  [{ measure: 'wisdom' }, 'there is no measure “wisdom” of coding data'],
  [{ measure: 'f1_exact' }, 'there is no measure “f1_exact” of coding data'],
  [
    { measure: 'krippendorff_alpha', params: { level: 'odd' } },
    '“level” must be one of nominal, ordinal, interval, ratio',
  ],
  [{ measure: 'mace', params: { iterations: 'many' } }, '“iterations” must be a number'],
])('says what is wrong with %p, and answers the rest', async (check, reason) => {
  const lines = await linesOf(
    readReferenceCase({ ...small, checks: [check, { measure: 'percent_agreement' }] }),
  );
  expect(lines).toEqual([
    { id: 'small', measure: check.measure, params: check.params ?? {}, value: null, reason },
    { id: 'small', measure: 'percent_agreement', params: {}, value: 1 },
  ]);
});

const answer = (text: string) => answerFile(new TextEncoder().encode(text));
const input = {
  kind: 'coding',
  raters: ['r', 's'],
  ratings: [
    [1, 2],
    [1, 2],
  ],
};
const of = (checks: unknown[]) => JSON.stringify({ schema: 1, id: 'one', input, checks });

it('answers the checks of a case, in order', async () => {
  const checks = [
    { measure: 'scott_pi', params: {} },
    { measure: 'nothing', params: {} },
  ];
  expect(await answer(of(checks))).toMatchObject({
    kind: 'checks',
    id: 'one',
    lines: [
      { measure: 'scott_pi', value: 1 },
      { measure: 'nothing', value: null },
    ],
  });
});

it.each([
  ['a case without checks', of([]), 'coding'],
  ['a table', 'a,b\n1,1', 'coding'],
  ['spans', 'document,annotator,start,end\nd,a,1,2\nd,b,1,2', 'spans'],
])('reports on %s', async (_, text, kind) => {
  expect(await answer(text)).toMatchObject({ kind: 'report', report: { kind } });
});

it('refuses what is nothing', async () => {
  await expect(answer('')).rejects.toThrow('The file is empty');
});
