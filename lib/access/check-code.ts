import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { hasFactor } from './second-factor-store';
import { spendCode } from './spend-code';

/** What somebody who signs in gives of their second factor, and by what it is read. */
export type GivenCode = {
  code?: string;
  /** The server's secret, by which secrets of second factors are sealed. */
  secret: string;
  /** The client's network address. */
  address: string;
};

/**
 * Refuses somebody who has a second factor and gives no code of it, or a wrong one: the last step of
 * signing in, after a password or a provider's word was right. Answers whether a code was needed.
 */
export async function checkCode(
  userId: string,
  { code = '', secret, address }: GivenCode,
): Promise<boolean> {
  if (!(await hasFactor(db(), userId))) return false;
  if (code.trim() === '') {
    const message = 'Give the code of your authenticator app as well. Nobody was signed in.';
    throw new Refusal('unknown', message, [], undefined, 'code-needed');
  }
  if (!(await spendCode(userId, code.slice(0, 64), secret, address))) {
    const message = 'This code is wrong, or was used already. Nobody was signed in.';
    throw new Refusal('unknown', message, [], undefined, 'code-wrong');
  }
  return true;
}
