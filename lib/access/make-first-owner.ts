import { invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
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

/** Makes the first owner from what the server was started with; false when there are users already. */
export async function makeFirstOwner(sent: SentOwner): Promise<boolean> {
  const { name, email, password } = checkFirstOwner(sent);
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
