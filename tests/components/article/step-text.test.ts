import { expect, test } from '@jest/globals';
import { stepText, doubtMessage } from '@/components/article/step-text';
import { doubtNames, stepNames } from '@/lib/article/cleanup/step';

test('every step and every doubt has words', () => {
  expect(Object.keys(stepText)).toEqual([...stepNames]);
  for (const name of doubtNames)
    expect(doubtMessage({ name, count: 2 })).toMatch(/^[A-Z].* 2 .*\.$/);
  expect(doubtMessage({ name: 'lost-characters', count: 1 })).toContain('one place');
});
