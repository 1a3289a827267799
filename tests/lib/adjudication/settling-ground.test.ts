import { describe, expect, test } from '@jest/globals';
import type { SettlingGround } from '@/lib/adjudication/settling-ground';
import {
  isReading,
  reasonAgainst,
  requireSettleable,
  settledReadings,
} from '@/lib/adjudication/settling-ground';
import { firstRules } from '@/lib/adjudication/settling-rules';
import { aSource } from '@/tests/builders/sources';

const done = aSource('ada', ['l 0-5']);
const silent = aSource('ben', []);
const working = { ...aSource('cleo', ['l 0-5']), state: 'open' as const };
const opened = { ...aSource('dora', []), state: 'open' as const };

test.each([
  [done, true],
  [silent, true],
  [working, true],
  [opened, false],
])('has begun: %#', (reading, begun) => {
  expect(isReading(reading)).toBe(begun);
});

test.each([
  ['wait', [done, silent]],
  ['leave-out', [done, silent]],
  ['include', [done, silent, working]],
] as const)('%s settles', (unsubmitted, settled) => {
  expect(settledReadings([done, silent, working, opened], { unsubmitted })).toEqual(settled);
});

describe('nothing is settled', () => {
  const ground = { rules: firstRules, readings: [done], unsubmitted: [], consensus: null };
  const consensus = { id: '', revisionId: '', deedCount: 1, state: 'submitted' as const };
  const hidden = { ...firstRules, anonymous: true };
  test.each([
    ['where it may be', {}, null],
    ['where the article is settled', { consensus }, /^This article is settled\./],
    ['while somebody works', { unsubmitted: [working] }, /^CLEO has begun/],
    ['while two work', { unsubmitted: [working, done] }, /^CLEO, ADA have begun/],
    ['while one who is not named works', { rules: hidden, unsubmitted: [working] }, /^1 of its/],
    ['without any reading', { readings: [] }, /^No reading/],
    [
      'but where those who work are left out',
      { rules: { ...firstRules, unsubmitted: 'leave-out' as const }, unsubmitted: [working] },
      null,
    ],
  ])('%s', (_, other, reason) => {
    const told = reasonAgainst({ ...ground, ...other });
    if (reason === null) expect(told).toBeNull();
    else expect(told).toMatch(reason);
  });

  test('in what is archived, or where there is a reason', () => {
    const live = { projectArchived: false, articleArchived: false };
    const asked = (context: typeof live, readings = [done]) =>
      requireSettleable({ ...ground, readings, context } as unknown as SettlingGround);
    expect(() => asked(live)).not.toThrow();
    expect(() => asked(live, [])).toThrow('Nothing was changed.');
    expect(() => asked({ ...live, articleArchived: true })).toThrow('archived');
  });
});
