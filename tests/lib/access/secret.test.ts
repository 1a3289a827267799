import { describe, expect, test } from '@jest/globals';
import { fingerprint, mintSecret, seal, unseal } from '@/lib/access/secret';

describe('mint secret', () => {
  test('a secret begins with its prefix, has 256 bits, is safe in a URL and never the same', () => {
    const secrets = Array.from({ length: 100 }, () => mintSecret('plx_'));
    for (const secret of secrets) expect(secret).toMatch(/^plx_[\w-]{43}$/);
    expect(new Set(secrets).size).toBe(100);
    expect(mintSecret()).toMatch(/^[\w-]{43}$/);
  });

  test('its SHA-256 is stored', () => {
    // FIPS 180-2, appendix B.1.
    expect(fingerprint('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('seal', () => {
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
});
