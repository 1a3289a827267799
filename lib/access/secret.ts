import { createHash, randomBytes, createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** A fresh secret of 256 bits for a link or a token, beginning with `prefix`, safe in a URL. */
export function mintSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is kept of a secret: its SHA-256 in hexadecimal. It has 256 random bits, so no salt is needed. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const version = 'v1';
const [ivBytes, tagBytes] = [12, 16];

/** A key of its own for each purpose, so that what is sealed for one is nothing to another. */
const keyOf = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `parallax ${purpose} ${version}`, 32));

/**
 * Encrypts a text by the server's secret (AES-256-GCM, with a key that HKDF derives for this
 * purpose). It can be opened only for the same `owner`, so that nobody's row can be given to another.
 */
export function seal(secret: string, purpose: string, owner: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), iv);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const bytes = Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  return `${version}.${bytes.toString('base64url')}`;
}

/** The text that was sealed; null under another secret, purpose or owner, or where it was changed. */
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
