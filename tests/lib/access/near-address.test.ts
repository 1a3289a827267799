import { expect, test } from '@jest/globals';
import { isNearAddress } from '@/lib/access/near-address';

const email = 'ada.lovelace@engine.org';

test.each([
  email,
  'ADA.LOVELACE@ENGINE.ORG',
  'adalovelaceengineorg',
  'ada_lovelace_2026',
  'lovelace1815',
  '!!ada!!ada!!',
  'ada1234567',
  'Lovelace.Ada.1',
  'ada at engine',
])('%j is near it', (password) => expect(isNearAddress(password, email)).toBe(true));

test.each(['ada and babbage', 'correct horse battery', '1234567890', 'engineering works', ''])(
  '%j is not',
  (password) => expect(isNearAddress(password, email)).toBe(false),
);

test('what is short, or digits alone, is no piece of an address', () => {
  expect(isNearAddress('al1234567890', 'al@x.y')).toBe(false);
  expect(isNearAddress('1234567890', '1234567890@x.y')).toBe(false);
  expect(isNearAddress('1234567890@x.y', '1234567890@x.y')).toBe(true);
});
