import { z } from 'zod';
import { nameOf } from '@/lib/text-input';
import type { SecondFactorView } from './second-factor';

/** A password that somebody chooses: 10 to 200 characters, whatever they are. */
export const password = z
  .string()
  .min(10, 'A password needs at least 10 characters.')
  .max(200, 'A password has at most 200 characters.')
  .refine((text) => text.isWellFormed(), 'It has half of a character in it (a lone surrogate).');

/** An e-mail address as it is stored: trimmed, in lower case, at most 254 characters. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'It is longer than 254 characters.')
  .pipe(z.email('This is not an e-mail address.'));

/** A person's name, as others read it. */
export const personName = nameOf(120);

/** What somebody gives who joins. */
export const personInput = z.strictObject({ name: personName, email: emailAddress, password });

/** What somebody gives who joins. */
export type PersonInput = z.infer<typeof personInput>;

/** Who asks, as the API tells it. */
export const meView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  by: z.enum(['session', 'token']),
  scopes: z.array(z.string()),
});

/** A person as those who look them up know them. */
export type Person = { userId: string; name: string; email: string };

/** What a person's own page knows of how they sign in. */
export type AccountView = {
  secondFactor: SecondFactorView;
  name: string;
  email: string;
  /** Whether they can sign in by a password. */
  hasPassword: boolean;
};
