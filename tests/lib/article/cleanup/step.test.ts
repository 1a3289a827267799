import { expect, test } from '@jest/globals';
import { doneStepNames, doubtNames, stepNames } from '@/lib/article/cleanup/step';

test('names are unique, and safe in addresses and as keys', () => {
  for (const names of [doneStepNames, stepNames, doubtNames]) {
    expect(new Set<string>(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z-]+$/.test(name))).toBe(true);
  }
});
