import { expect, test } from '@jest/globals';
import { cautious, mergeStrategy } from '@/lib/adjudication/merge-strategy';

test('what is proposed first settles only what is not in dispute', () => {
  expect(mergeStrategy.parse(cautious)).toEqual({ majority: null, confidence: null });
});

test.each([
  [{ majority: { boundary: 'widest' }, confidence: null }],
  [{ majority: null }],
  [{ majority: null, confidence: { least: 1.1, use: 'require' } }],
  [{ majority: null, confidence: { least: 0.5, use: 'perhaps' } }],
  [{ majority: null, confidence: null, surprise: true }],
])('refuses %j', (sent) => {
  expect(mergeStrategy.safeParse(sent).success).toBe(false);
});
