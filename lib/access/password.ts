import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

/** A password that somebody chooses: 10 to 200 characters, whatever they are. */
export const password = z
  .string()
  .min(10, 'A password needs at least 10 characters.')
  .max(200, 'A password has at most 200 characters.')
  .refine((text) => text.isWellFormed(), 'It has half of a character in it (a lone surrogate).');

/** argon2id with the parameters that OWASP names for it (19 MiB, 2 passes, 1 lane). */
export function hashPassword(plain: string): Promise<string> {
  return hash(plain.normalize('NFKC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

let decoy: Promise<string> | undefined;

/** Whether `plain` is the password of `stored`. Takes as long when there is nothing stored. */
export async function isPassword(stored: string | null, plain: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await decoy), plain.normalize('NFKC'));
  return stored !== null && matches;
}
