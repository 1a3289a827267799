import { expect, test } from '@jest/globals';
import { seal, unseal } from '@/lib/access/seal';

const secret = 'a secret of the tests alone, long enough';
const sealed = seal(secret, 'tests', 'ada', 'JBSWY3DPEHPK3PXP ä😀');

test('what is sealed is opened for the same secret, purpose and owner alone', () => {
  expect(sealed).not.toContain('JBSW');
  expect(unseal(secret, 'tests', 'ada', sealed)).toBe('JBSWY3DPEHPK3PXP ä😀');
  expect(unseal(`${secret}!`, 'tests', 'ada', sealed)).toBeNull();
  expect(unseal(secret, 'others', 'ada', sealed)).toBeNull();
  expect(unseal(secret, 'tests', 'eve', sealed)).toBeNull();
});

test('the same text is sealed in another form each time', () => {
  expect(seal(secret, 'tests', 'ada', 'x')).not.toBe(seal(secret, 'tests', 'ada', 'x'));
});

test('what was changed, cut or never sealed is not opened', () => {
  const body = Buffer.from(sealed.slice(3), 'base64url');
  for (let at = 0; at < body.length; at += 5) {
    const changed = Buffer.from(body);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(secret, 'tests', 'ada', `v1.${changed.toString('base64url')}`)).toBeNull();
  }
  for (const other of ['', 'v1', 'v1.', 'v2.x', sealed.slice(0, 20), sealed.slice(0, -1)])
    expect(unseal(secret, 'tests', 'ada', other)).toBeNull();
});
