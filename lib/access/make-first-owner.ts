import { Refusal, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { checkPassword } from './check-password';
import { hashPassword } from './hash-password';
import { personInput } from './person';
import { recordSecurityEvent } from './record-security-event';
import { hasUsers, insertPerson, queueForFirst } from './user-store';

type SentOwner = { email: string; password: string; name: string };

/** The first owner as the server was started with; refuses, by the name of the variable, what does not hold. */
export function checkFirstOwner(sent: SentOwner): SentOwner {
  const input = personInput.safeParse(sent);
  if (!input.success) {
    const issue = input.error.issues[0];
    const path = `PARALLAX_OWNER_${String(issue?.path[0] ?? 'EMAIL').toUpperCase()}`;
    throw invalid(path, `${path} does not hold: ${issue?.message ?? ''}`);
  }
  return input.data;
}

const passwordVariable = 'PARALLAX_OWNER_PASSWORD';

async function checkChosen(owner: SentOwner): Promise<void> {
  await checkPassword(owner.password, owner, passwordVariable).catch((thrown: unknown) => {
    if (!(thrown instanceof Refusal) || thrown.reason !== 'invalid') throw thrown;
    throw invalid(passwordVariable, `${passwordVariable} does not hold: ${thrown.message}`);
  });
}

/** Makes the first owner from what the server was started with; false when there are users already. */
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
