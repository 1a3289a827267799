import { caseNames, referenceCase } from '@/tests/builders/annotated-cases';
import { describe, expect, it } from '@jest/globals';
import {
  readReferenceCase,
  numberParameter,
  wordParameter,
} from '@/lib/agreement/calculator/reference-case';

const of = (input: unknown) => ({ schema: 1, id: 'one', input, checks: [] });
const unit = { annotator: 'a', begin: 0, end: 5, category: 'x' };
const text = { kind: 'unitizing', begin: 0, length: 10, annotators: ['a', 'b'], units: [unit] };
const coding = { kind: 'coding', raters: ['r', 's'], ratings: [[1], [null]] };

describe('a reference case', () => {
  it('is parsed completely', () => {
    expect(caseNames.length).toBeGreaterThan(30);
    for (const name of caseNames) expect(referenceCase(name).checks.length).toBeGreaterThan(0);
  });

  it('needs no checks', () => expect(readReferenceCase(of(coding)).checks).toEqual([]));

  it.each<[unknown, string | RegExp]>([
    [null, /^This is not a reference case: /],
    [{ schema: 2 }, /^This is not a reference case at schema: /],
    [of({ kind: 'runes' }), /^This is not a reference case at input\.kind: /],
    [of({ ...coding, ratings: [[1], [{}]] }), /^This is not a reference case at input\.ratings/],
    [of({ ...coding, ratings: [[1]] }), 'There are 2 raters, but rows for 1.'],
    [of({ ...coding, ratings: [[1], [1, 2]] }), 'The row of “s” has 2 items, that of “r” 1.'],
    [
      of({ ...text, units: [unit, { ...unit, end: 11 }] }),
      'Unit 2 (0–11) is beyond the text, which is 0–10.',
    ],
    [of({ ...text, units: [{ ...unit, begin: 6 }] }), 'Unit 1 (6–5) ends before it starts.'],
    [
      of({ ...text, units: [{ ...unit, annotator: 'z' }] }),
      'Unit 1 (0–5) is of “z”, who is not one of the annotators.',
    ],
    [
      of({ kind: 'spans', documents: [{ a: [{ begin: 3, end: 1 }], b: [] }] }),
      'A span (3–1) ends before it starts.',
    ],
  ])('refuses %j', (json, message) => {
    expect(() => readReferenceCase(json)).toThrow(message);
  });
});

const check = { measure: 'm', params: { level: 'b', iterations: 3, tol: 'small' } };

describe('a parameter', () => {
  it('is one of the words, or the first of them', () => {
    expect(wordParameter(check, 'level', ['a', 'b'])).toBe('b');
    expect(wordParameter(check, 'other', ['a', 'b'])).toBe('a');
    expect(() => wordParameter(check, 'level', ['a'])).toThrow('“level” must be one of a');
  });

  it('is a number, or what holds otherwise', () => {
    expect(numberParameter(check, 'iterations', 9)).toBe(3);
    expect(numberParameter(check, 'other', 9)).toBe(9);
    expect(() => numberParameter(check, 'tol', 9)).toThrow('“tol” must be a number');
  });
});
