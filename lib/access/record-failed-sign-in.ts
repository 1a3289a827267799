import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { countSignIn } from './metrics';
import { recordSecurityEvent } from './record-security-event';

/** Records that a password or a code was wrong when somebody signed in; null for nobody known. */
export async function recordFailedSignIn(
  userId: string | null,
  by: 'password' | 'code',
): Promise<void> {
  countSignIn('failed');
  await recordSecurityEvent(db(), { kind: 'sign-in-failed', userId, details: { by } });
}

/** For the `catch` of `checkCode`: records a wrong code, and throws on. */
export const recordingWrongCode =
  (userId: string) =>
  async (thrown: unknown): Promise<never> => {
    if (thrown instanceof Refusal && thrown.type === 'code-wrong')
      await recordFailedSignIn(userId, 'code');
    throw thrown;
  };
