import { createHash, randomBytes, createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** A new random secret of 256 bits for a link or a token: `prefix` and 43 characters of Base64url. */
export function mintSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** The SHA-256 of a secret in hexadecimal, as it is stored. Needs no salt: secrets have 256 random bits. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const version = 'v1';
const [ivBytes, tagBytes] = [12, 16];

/** A separate key for each purpose, so that what is sealed for one cannot be opened for another. */
const keyOf = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `parallax ${purpose} ${version}`, 32));

/**
 * Encrypts a text with the server's secret (AES-256-GCM, key derived by HKDF-SHA-256 for `purpose`).
 * `owner` is authenticated with it, so that a sealed value cannot be copied to another person's row.
 */
export function seal(secret: string, purpose: string, owner: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), iv);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const bytes = Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  return `${version}.${bytes.toString('base64url')}`;
}

/** The text of a sealed value; null if secret, purpose or owner differ or the value was changed. */
export function unseal(
  secret: string,
  purpose: string,
  owner: string,
  sealed: string,
): string | null {
  const [form, body] = sealed.split('.');
  const bytes = Buffer.from(body ?? '', 'base64url');
  if (form !== version || bytes.length < ivBytes + tagBytes) return null;
  const tag = bytes.subarray(ivBytes, ivBytes + tagBytes);
  try {
    const key = keyOf(secret, purpose);
    const options = { authTagLength: tagBytes };
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), options);
    cipher.setAAD(Buffer.from(owner));
    cipher.setAuthTag(tag);
    const text = [cipher.update(bytes.subarray(ivBytes + tagBytes)), cipher.final()];
    return Buffer.concat(text).toString('utf8');
  } catch {
    return null;
  }
}
