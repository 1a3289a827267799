import { z } from 'zod';

/** A code of an authenticator app or a recovery code, as typed. */
const factorCode = z
  .string()
  .trim()
  .min(6, 'A code has six digits.')
  .max(64)
  .meta({ examples: ['123456'] });

/** The input with a code alone. */
export const codeInput = z.strictObject({ code: factorCode });

/** When the second factor was confirmed (null: there is none), and how many recovery codes are unused. */
export const secondFactorView = z.object({
  confirmedAt: z.iso.datetime().nullable(),
  recoveryCodes: z.int(),
});

/** The state of a person's second factor. */
export type SecondFactorView = z.infer<typeof secondFactorView>;

/** A second factor that is being set up: its secret in Base32, and the URI for a QR code. */
export const newFactorView = z.object({ secret: z.string(), uri: z.string() });

/** A second factor that is being set up. */
export type NewFactorView = z.infer<typeof newFactorView>;

/** The answer with new recovery codes, which are not shown again. */
export const recoveryCodesView = z.object({ recoveryCodes: z.array(z.string()) });

/** New recovery codes. */
export type RecoveryCodesView = z.infer<typeof recoveryCodesView>;
