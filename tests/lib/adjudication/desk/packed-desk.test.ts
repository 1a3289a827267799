import { deflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { unpackDesk } from '@/lib/adjudication/desk/packed-desk';
import { aDeskUnit, aSettlingDesk } from '@/tests/builders/a-settling-desk';

test('reads what was packed, whatever the script', () => {
  const unit = aDeskUnit([
    ['a', 'x 0-10'],
    ['b', 'x 0-12'],
  ]);
  const desk = { ...aSettlingDesk([unit]), reason: 'Не сейчас 😀 لا 👩‍👩‍👧' };
  expect(unpackDesk(deflateSync(JSON.stringify(desk)).toString('base64'))).toEqual(desk);
});

test('does not read what was cut short', () => {
  const packed = deflateSync(JSON.stringify(aSettlingDesk([]))).toString('base64');
  expect(() => unpackDesk(packed.slice(0, 40))).toThrow();
});
