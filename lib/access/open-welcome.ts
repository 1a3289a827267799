import { transaction } from '@/lib/transaction';
import { fingerprint, mintSecret } from './mint-secret';
import { hasUsers, queueForFirst } from './user-store';
import { replaceWelcome } from './welcome-store';

/** A new one-time secret for the first owner's link, ending the ones before; null once there are users. */
export function openWelcome(): Promise<string | null> {
  return transaction(async (tx) => {
    await queueForFirst(tx);
    if (await hasUsers(tx)) return null;
    const secret = mintSecret();
    await replaceWelcome(tx, fingerprint(secret));
    return secret;
  });
}
