import { expect, test } from '@jest/globals';
import { decisionDeedOf, decisionDeeds, isByRule } from '@/lib/adjudication/decision/decision';

test('a word that nobody knows is a person’s deed, which no rule overwrites', () => {
  expect(decisionDeeds.map(decisionDeedOf)).toEqual(decisionDeeds);
  expect(decisionDeedOf('decree')).toBe('adjust');
  expect(decisionDeeds.filter((deed) => isByRule({ deed }))).toEqual(['rule']);
});
