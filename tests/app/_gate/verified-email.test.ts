import { expect, test } from '@jest/globals';
import { verifiedEmail } from '@/app/_gate/verified-email';

const email = 'ada@example.org';

test.each<[string, unknown, string | null]>([
  ['OpenID Connect, verified', { sub: '1', email, email_verified: true }, email],
  ['OpenID Connect, not verified', { sub: '1', email, email_verified: false }, null],
  ['OpenID Connect, not said', { sub: '1', email }, null],
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
