import { z } from 'zod';
import { emailAddress, password } from './person';

/** How long a link to reset a password works, in milliseconds: 24 hours. */
export const passwordResetLife = 24 * 60 * 60 * 1000;

/** The answer with a new link to reset a password, which is not shown again. */
export const passwordResetView = z.object({ url: z.string(), expiresAt: z.iso.datetime() });

/** A new link to reset a password. */
export type PasswordResetView = z.infer<typeof passwordResetView>;

/** The input to request a reset link by mail. */
export const passwordResetRequest = z.strictObject({ email: emailAddress });

/** The input to set a new password with the secret of a link. */
export const newPasswordInput = z.strictObject({ secret: z.string().max(200), password });

/** The input to set a new password with the secret of a link, parsed. */
export type NewPasswordInput = z.infer<typeof newPasswordInput>;
