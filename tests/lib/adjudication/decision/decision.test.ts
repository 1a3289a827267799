import { expect, test } from '@jest/globals';
import { parseDecisionKind, decisionKinds, isByRule } from '@/lib/adjudication/decision/decision';

test('an unknown kind counts as a person’s, which no rule overwrites', () => {
  expect(decisionKinds.map(parseDecisionKind)).toEqual(decisionKinds);
  expect(parseDecisionKind('decree')).toBe('adjust');
  expect(decisionKinds.filter((kind) => isByRule({ kind }))).toEqual(['rule']);
});
