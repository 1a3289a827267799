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
