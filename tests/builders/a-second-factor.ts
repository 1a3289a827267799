import { mintRecoveryCodes, recoveryHash, totpCode } from '@/lib/access/second-factor-codes';
import { seal } from '@/lib/access/secret';
import { factorPurpose } from '@/lib/access/check-code';
import { Secret } from 'otpauth';
import {
  confirmFactor,
  putUnconfirmed,
  replaceRecoveryCodes,
} from '@/lib/access/second-factor-store';
import { db } from '@/lib/db';

/** The server’s secret in tests that need one. */
export const testSecret = 'a secret of the tests alone, long enough';

/** The authenticator app and recovery codes of a person with a second factor. */
type Factor = {
  /** The code that the app shows now, or that many steps of 30 seconds later. */
  code: (stepsLater?: number) => string;
  recoveryCodes: string[];
};

/** Gives a person a second factor, confirmed long ago. */
export async function aSecondFactor(userId: string, secret = testSecret): Promise<Factor> {
  const shared = new Secret({ size: 20 }).base32;
  const sealed = seal(secret, factorPurpose, userId, shared);
  const recoveryCodes = mintRecoveryCodes();
  await putUnconfirmed(db(), userId, sealed);
  await confirmFactor(db(), userId, sealed, 0);
  await replaceRecoveryCodes(db(), userId, recoveryCodes.map(recoveryHash));
  const code = (stepsLater = 0) => totpCode(shared, new Date(Date.now() + stepsLater * 30_000));
  return { code, recoveryCodes };
}
