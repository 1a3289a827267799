import { expect, test } from '@jest/globals';
import type { Learning } from '@/lib/annotation/learning';
import { isLearner, requirePassed, yetToPass } from '@/lib/annotation/learning';
import { refused } from '@/tests/builders/refused';

const one = (title: string, more: Partial<Learning> = {}): Learning => ({
  articleId: title,
  title,
  isSource: false,
  attempts: 0,
  hasPassed: false,
  ...more,
});

test.each<[Partial<Learning>, boolean]>([
  [{}, true],
  [{ isSource: true }, false],
  [{ isSource: true, attempts: 1 }, true],
])('one is measured there: %j %s', (more, expected) => {
  expect(isLearner(one('A', more))).toBe(expected);
});

test('an article that is passed, or whose consensus was made of one’s own layer, is not left to be passed', () => {
  const learning = [
    one('A', { attempts: 1, hasPassed: true }),
    one('B', { isSource: true }),
    one('C', { attempts: 2 }),
    one('D'),
  ];
  expect(yetToPass(learning).map(({ title }) => title)).toEqual(['C', 'D']);
});

test('says which to label first, the first five of them by name', async () => {
  expect(() => requirePassed([one('A', { hasPassed: true })])).not.toThrow();
  const refusal = await refused(Promise.resolve().then(() => requirePassed([one('A'), one('B')])));
  expect(refusal).toMatchObject({ reason: 'forbidden' });
  expect(refusal.message).toMatch(/^Please label “A”, “B” first/);
  const many = 'ABCDEFG'.split('').map((title) => one(title));
  const more = await refused(Promise.resolve().then(() => requirePassed(many)));
  expect(more.message).toMatch(/“E” and 2 more first/);
});
