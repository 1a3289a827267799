import { fingerprint } from './secret';
import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const period = 30;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Parallax',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  });

/** What an authenticator app reads from a QR code: an `otpauth:` address for a secret in Base32. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The code of a secret at a time (RFC 6238: SHA-1, 6 digits, 30 seconds), as apps show it. */
export function totpCode(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}

/**
 * The number of the time step whose code this is, of the one at `now`, the one before and the one
 * after it, for clocks that differ; null where it is the code of none.
 */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const at = { token: code, timestamp: now.getTime(), window: 1 };
  const delta = totpOf(secret).validate(at);
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** Without letters and digits that are taken for each other. */
const alphabet = 'abcdefghjkmnpqrstvwxyz23456789';

/** Groups of four characters in a code. */
const groups = 7;

/** How many recovery codes somebody is given at once. */
export const recoveryCodeCount = 10;

/**
 * Ten codes that each open the account once without the app: 28 characters in groups of four, 137
 * random bits, so that what is kept of them needs no slow hash.
 */
export function mintRecoveryCodes(): string[] {
  const group = () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: groups }, group).join('-'),
  );
}

/** What is kept of a recovery code, however it was typed. Its randomness needs no salt. */
export function recoveryHash(code: string): string {
  return fingerprint(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
