import { z } from 'zod';
import { emailAddress, password } from './person';

/** How long a link to reset a password works, in milliseconds: 24 hours. */
export const passwordResetLife = 24 * 60 * 60 * 1000;

/** A new link to reset a password: the only time that it is shown. */
export const passwordResetView = z.object({ url: z.string(), expiresAt: z.iso.datetime() });

/** A new link to reset a password. */
export type PasswordResetView = z.infer<typeof passwordResetView>;

/** To whom a link is to be sent by mail. */
export const passwordResetRequest = z.strictObject({ email: emailAddress });

/** The secret of a link, and the password to be. */
export const newPasswordInput = z.strictObject({ secret: z.string().max(200), password });

/** The secret of a link, and the password to be. */
export type NewPasswordInput = z.infer<typeof newPasswordInput>;
