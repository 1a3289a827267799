import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { fingerprint } from './secret';

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

/** The `otpauth:` URI for a secret in Base32, which authenticator apps read from a QR code. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The code of a secret in Base32 at a time (RFC 6238: SHA-1, 6 digits, 30 seconds). */
export function totpCode(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}

/**
 * The number of the RFC 6238 time step (30 seconds since 1970) with this code, among the current one,
 * the one before and the one after, since clocks differ; null if none of them has it.
 */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const at = { token: code, timestamp: now.getTime(), window: 1 };
  const delta = totpOf(secret).validate(at);
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** Without characters that are easily confused. */
const alphabet = 'abcdefghjkmnpqrstvwxyz23456789';

/** Groups of four characters in a code. */
const groups = 7;

/** How many recovery codes a person gets at once. */
const recoveryCodeCount = 10;

/**
 * Ten recovery codes, each of which replaces the app once: 28 characters in groups of four, 137 random
 * bits, so that a fast hash is enough to store them.
 */
export function mintRecoveryCodes(): string[] {
  const group = () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: groups }, group).join('-'),
  );
}

/** The hash of a recovery code as it is stored; ignores case, spaces and hyphens. Needs no salt. */
export function recoveryHash(code: string): string {
  return fingerprint(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
