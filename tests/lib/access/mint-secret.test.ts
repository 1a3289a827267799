import { expect, test } from '@jest/globals';
import { fingerprint, mintSecret } from '@/lib/access/mint-secret';

test('a secret begins with its prefix, has 256 bits, is safe in a URL and never the same', () => {
  const secrets = Array.from({ length: 100 }, () => mintSecret('plx_'));
  for (const secret of secrets) expect(secret).toMatch(/^plx_[\w-]{43}$/);
  expect(new Set(secrets).size).toBe(100);
  expect(mintSecret()).toMatch(/^[\w-]{43}$/);
});

test('what is kept of it is its SHA-256', () => {
  // FIPS 180-2, appendix B.1.
  expect(fingerprint('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
