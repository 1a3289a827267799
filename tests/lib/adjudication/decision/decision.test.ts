import { expect, test } from '@jest/globals';
import { parseDecisionKind, decisionKinds, isByRule } from '@/lib/adjudication/decision/decision';

test('a word that nobody knows is a person’s deed, which no rule overwrites', () => {
  expect(decisionKinds.map(parseDecisionKind)).toEqual(decisionKinds);
  expect(parseDecisionKind('decree')).toBe('adjust');
  expect(decisionKinds.filter((kind) => isByRule({ kind }))).toEqual(['rule']);
});
