import { describe, expect, it } from '@jest/globals';
import { numberParameter, wordParameter } from '@/lib/agreement/calculator/answer';

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
