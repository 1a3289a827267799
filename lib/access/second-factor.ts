import { z } from 'zod';

/** A code of an authenticator app, or a recovery code, as somebody types it. */
export const factorCode = z
  .string()
  .trim()
  .min(6, 'A code has six digits.')
  .max(64)
  .meta({ examples: ['123456'] });

/** A code in a body of its own. */
export const codeInput = z.strictObject({ code: factorCode });

/** Whether somebody has a second factor, and how many recovery codes are left. */
export const secondFactorView = z.object({
  confirmedAt: z.iso.datetime().nullable(),
  recoveryCodes: z.int(),
});

/** Whether somebody has a second factor. */
export type SecondFactorView = z.infer<typeof secondFactorView>;

/** A second factor that is being set up: for the app, as a text (Base32) and as an address for a QR code. */
export const newFactorView = z.object({ secret: z.string(), uri: z.string() });

/** A second factor that is being set up. */
export type NewFactorView = z.infer<typeof newFactorView>;

/** New recovery codes: the only time that they are told. */
export const recoveryCodesView = z.object({ recoveryCodes: z.array(z.string()) });

/** New recovery codes. */
export type RecoveryCodesView = z.infer<typeof recoveryCodesView>;
