import { hash, verify } from '@node-rs/argon2';

/** The hash of a password in NFKC: argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane). */
export function hashPassword(plain: string): Promise<string> {
  return hash(plain.normalize('NFKC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

let decoy: Promise<string> | undefined;

/** Whether `plain` is the password with the hash `stored`. Takes the same time for null, which is false. */
export async function isPassword(stored: string | null, plain: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await decoy), plain.normalize('NFKC'));
  return stored !== null && matches;
}
