import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  initials,
  lookCount,
  lookOf,
  Slots,
  colleagueStyles,
  slotColor,
} from '@/components/live/person-look';
import { contrast, paper } from '@/lib/codebook/label-colors';

test('all looks are different', () => {
  const looks = Array.from({ length: lookCount }, (_, slot) => JSON.stringify(lookOf(slot)));
  expect(new Set(looks).size).toBe(lookCount);
});

test('each person has a slot of their own, as long as there are free ones', () => {
  const slots = new Slots();
  const people = Array.from({ length: lookCount }, () => v7());
  const first = people.map((person) => slots.of(person));
  expect(new Set(first).size).toBe(lookCount);
  expect(people.map((person) => slots.of(person))).toEqual(first);
  expect(slots.of('one more')).toBeLessThan(lookCount);
  const [someone = ''] = people;
  expect(new Slots().of(someone)).toBe(new Slots().of(someone));
});

test.each([
  ['Ben Ode', 'BO'],
  ['Ada', 'A'],
  ['  maría del  Carmen ', 'MC'],
  ['👩‍🔬 Zoë', '👩‍🔬Z'],
  ['李 小龍', '李小'],
  ['', '?'],
])('the initials of “%s” are %s', (name, letters) => expect(initials(name)).toBe(letters));

test.each(['light', 'dark'] as const)('lines stand out from a %s page', (scheme) => {
  for (let slot = 0; slot < lookCount; slot++)
    expect(contrast(slotColor(slot, scheme).underline, paper[scheme].page)).toBeGreaterThanOrEqual(
      3,
    );
});

test('there are rules for each slot once, in both schemes', () => {
  expect(colleagueStyles([])).toBe('');
  const lines = colleagueStyles([4, 2, 4]).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines.filter((line) => line.includes('colleague-2'))).toHaveLength(2);
  expect(lines.filter((line) => line.includes("scheme='dark'"))).toHaveLength(2);
});
