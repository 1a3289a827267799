import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { checkPassword } from './check-password';
import { fingerprint } from './mint-secret';
import { hashPassword } from './hash-password';
import type { Person, PersonInput } from './person';
import { recordSecurityEvent } from './record-security-event';
import { hasUsers, insertPerson, queueForFirst } from './user-store';
import { hasWelcome, spendWelcome } from './welcome-store';

/** Makes the first owner of whoever holds the welcome link's secret; it works once, while nobody is there. */
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
