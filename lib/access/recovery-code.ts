import { randomInt } from 'node:crypto';
import { fingerprint } from './mint-secret';

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
