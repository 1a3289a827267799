import { expect, test } from '@jest/globals';
import { Refusal, absent, conflict, forbidden, invalid } from '@/lib/refusal';

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
