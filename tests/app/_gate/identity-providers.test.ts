import { isSameIssuer, metadataOf, verifiedEmail } from '@/app/_gate/identity-providers';
import { describe, expect, test } from '@jest/globals';

describe('oidc issuer', () => {
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
});

describe('verified email', () => {
  const email = 'ada@example.org';

  test.each<[string, unknown, string | null]>([
    ['OpenID Connect, verified', { sub: '1', email, email_verified: true }, email],
    ['OpenID Connect, not verified', { sub: '1', email, email_verified: false }, null],
    ['OpenID Connect, not stated', { sub: '1', email }, null],
    ['a string for a truth', { sub: '1', email, email_verified: 'true' }, null],
    ['a number for a truth', { sub: '1', email, email_verified: 1 }, null],
    ['Google, verified', { sub: '1', email, email_verified: true, hd: 'example.org' }, email],
    ['Google, not verified', { sub: '1', email, email_verified: false }, null],
    [
      'GitHub, with a verified primary address',
      { sub: '1', name: 'Ada', email, email_verified: true },
      email,
    ],
    ['GitHub, without one', { sub: '1', name: 'Ada', email_verified: false }, null],
    ['verified, but without an address', { sub: '1', email_verified: true }, null],
    ['verified, but empty', { sub: '1', email: '', email_verified: true }, null],
    ['nothing', undefined, null],
  ])('%s', (_, profile, verified) => {
    expect(verifiedEmail(profile)).toBe(verified);
  });
});
