import { expect, test } from '@jest/globals';
import { stepWords, tellDoubt } from '@/components/article-intake/step-words';
import { doubtNames, stepNames } from '@/lib/article/cleanup/step';

test('every step and every doubt has words', () => {
  expect(Object.keys(stepWords)).toEqual([...stepNames]);
  for (const name of doubtNames) expect(tellDoubt({ name, count: 2 })).toMatch(/^[A-Z].* 2 .*\.$/);
  expect(tellDoubt({ name: 'lost-characters', count: 1 })).toContain('one place');
});
