import { createHash, randomBytes } from 'node:crypto';

/** A fresh secret of 256 bits for a link or a token, beginning with `prefix`, safe in a URL. */
export function mintSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is kept of a secret: its SHA-256 in hexadecimal. It has 256 random bits, so no salt is needed. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
