import { db } from '@/lib/db';
import { Refusal, absent, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { checkPassword } from './check-password';
import { hashPassword } from './hash-password';
import type { Person, PersonInput } from './person';
import { personInput } from './person';
import { fingerprint, mintSecret } from './secret';
import { recordSecurityEvent } from './security-events';
import { findOldest, hasUsers, insertPerson, queueForFirst } from './user-store';
import type { Viewer } from './viewer';
import { scopes } from './viewer';
import { hasWelcome, replaceWelcome, spendWelcome } from './welcome-store';

/** Whether there is any account; without one nobody can sign in. */
export function isAnybodyHere(): Promise<boolean> {
  return hasUsers(db());
}

/** Creates the secret of the first owner's one-time link and ends earlier ones; null if there are users. */
export function openWelcome(): Promise<string | null> {
  return transaction(async (tx) => {
    await queueForFirst(tx);
    if (await hasUsers(tx)) return null;
    const secret = mintSecret();
    await replaceWelcome(tx, fingerprint(secret));
    return secret;
  });
}

/** Whether the link with this secret can still create the first owner. */
export function isWelcomeOpen(secret: string): Promise<boolean> {
  return hasWelcome(db(), fingerprint(secret));
}

/**
 * Creates the first owner with the welcome link's secret; works once, and only while there are no users.
 *
 * @throws {Refusal} `absent` if the link is not open; `invalid` if the password is too weak.
 */
export async function acceptWelcome(secret: string, input: PersonInput): Promise<Person> {
  if (!(await hasWelcome(db(), fingerprint(secret)))) throw absent('welcome link');
  await checkPassword(input.password, input);
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    await queueForFirst(tx);
    if (!(await spendWelcome(tx, fingerprint(secret))) || (await hasUsers(tx)))
      throw absent('welcome link');
    const person = await insertPerson(tx, { name: input.name, email: input.email, passwordHash });
    if (person === null) throw absent('welcome link');
    const { userId } = person;
    const details = { by: 'welcome link' };
    await recordSecurityEvent(tx, { kind: 'account-made', actorId: userId, userId, details });
    return person;
  });
}

type SentOwner = { email: string; password: string; name: string };

/**
 * Validates the first owner named by the server's settings.
 *
 * @throws {Refusal} `invalid`, with the name of the environment variable and without its value.
 */
export function checkFirstOwner(sent: SentOwner): SentOwner {
  const input = personInput.safeParse(sent);
  if (!input.success) {
    const issue = input.error.issues[0];
    const path = `PARALLAX_OWNER_${String(issue?.path[0] ?? 'EMAIL').toUpperCase()}`;
    throw invalid(path, `${path} is not valid: ${issue?.message ?? ''}`);
  }
  return input.data;
}

const passwordVariable = 'PARALLAX_OWNER_PASSWORD';

async function checkChosen(owner: SentOwner): Promise<void> {
  await checkPassword(owner.password, owner, passwordVariable).catch((thrown: unknown) => {
    if (!(thrown instanceof Refusal) || thrown.reason !== 'invalid') throw thrown;
    throw invalid(passwordVariable, `${passwordVariable} is not valid: ${thrown.message}`);
  });
}

/**
 * Creates the first owner named by the server's settings; false if there are users already.
 *
 * @throws {Refusal} `invalid`, with the name of the environment variable and without its value.
 */
export async function makeFirstOwner(sent: SentOwner): Promise<boolean> {
  const owner = checkFirstOwner(sent);
  await checkChosen(owner);
  const { name, email, password } = owner;
  return transaction(async (tx) => {
    await queueForFirst(tx);
    if (await hasUsers(tx)) return false;
    const passwordHash = await hashPassword(password);
    const person = await insertPerson(tx, { name, email, passwordHash });
    const details = { by: 'PARALLAX_OWNER_EMAIL' };
    await recordSecurityEvent(tx, { kind: 'account-made', userId: person?.userId, details });
    return true;
  });
}

/**
 * The oldest enabled account as a viewer with all scopes; null if there is none. For the operator's
 * commands only, such as creating the demo.
 */
export async function firstPerson(): Promise<Viewer | null> {
  const person = await findOldest(db());
  if (person === null) return null;
  const { userId, name, email } = person;
  return { userId, name, email, scopes, by: 'session' };
}
