import { expect, test } from '@jest/globals';
import { isLive, isProofFresh } from '@/lib/access/session';

const day = 24 * 60 * 60 * 1000;
const now = new Date('2026-06-01T12:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

test.each([
  ['new', 0, 0, null, true],
  ['unused for just under 14 days', 20 * day, 14 * day - 1, null, true],
  ['unused for 14 days', 20 * day, 14 * day, null, false],
  ['just under 90 days old', 90 * day - 1, 0, null, true],
  ['90 days old, though used a moment ago', 90 * day, 0, null, false],
  ['ended', 1, 0, now, false],
])('a session that is %s', (_, age, idle, endedAt, counts) => {
  expect(isLive({ createdAt: ago(age), lastSeenAt: ago(idle), endedAt }, now)).toBe(counts);
});

test('a proof counts for a quarter of an hour', () => {
  expect(isProofFresh(ago(15 * 60_000 - 1), now)).toBe(true);
  expect(isProofFresh(ago(15 * 60_000), now)).toBe(false);
});
