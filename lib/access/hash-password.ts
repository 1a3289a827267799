import { hash, verify } from '@node-rs/argon2';

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
