import { expect, test } from '@jest/globals';
import { isSameIssuer, metadataOf } from '@/app/_gate/oidc-issuer';

test.each([
  ['https://a.example.org', true],
  ['https://a.example.org/', true],
  ['https://a.example.org/realm', false],
  ['http://a.example.org', false],
  ['https://a.example.org.evil.example', false],
  ['', false],
  [undefined, false],
])('%s is the issuer that was set: %s', (named, isSame) => {
  expect(isSameIssuer(named, 'https://a.example.org')).toBe(isSame);
});

test('an issuer describes itself below its own address', () => {
  expect(metadataOf('https://a.example.org/realm/')).toBe(
    'https://a.example.org/realm/.well-known/openid-configuration',
  );
});
