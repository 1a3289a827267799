import { expect, test } from '@jest/globals';
import type { Reason } from '@/lib/refusal';
import { Refusal, absent, conflict, forbidden, invalid, passesByItself } from '@/lib/refusal';

test.each([
  [invalid('name', 'It is empty.'), 'invalid', [{ path: 'name', message: 'It is empty.' }]],
  [absent('layer'), 'absent', []],
  [forbidden('You may not.'), 'forbidden', []],
  [
    conflict('Taken.', [{ path: 'id', message: 'Taken.' }]),
    'conflict',
    [{ path: 'id', message: 'Taken.' }],
  ],
])('%s', (refusal, reason, faults) => {
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ name: 'Refusal', reason, faults });
});

test('what is not there sounds like what may not be known to be there', () => {
  expect(absent('layer').message).toBe('There is no such layer, or it is not open to you.');
});

test('what another bundle refuses is a refusal, and no other error is', () => {
  const theirs = Object.assign(new Error('No.'), { [Symbol.for('parallax.refusal')]: true });
  expect(theirs).toBeInstanceOf(Refusal);
  for (const other of [new Error('No.'), null, 'No.', { name: 'Refusal' }])
    expect(other instanceof Refusal).toBe(false);
});

test.each<[Reason, boolean]>([
  ['database-away', true],
  ['database-busy', true],
  ['storage-full', true],
  ['busy', true],
  ['too-many', true],
  ['conflict', false],
  ['forbidden', false],
])('whether %s passes by itself: %s', (reason, passes) => {
  expect(passesByItself(new Refusal(reason, 'words'))).toBe(passes);
});
