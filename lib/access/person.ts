import { z } from 'zod';
import { nameOf } from '@/lib/text-input';
import type { SecondFactorView } from './second-factor';

/** A password as a person chooses it: 10 to 200 UTF-16 code units, without lone surrogates. */
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

/** A person's display name: 1 to 120 characters. */
const personName = nameOf(120);

/** The fields of a new account. */
export const personInput = z.strictObject({ name: personName, email: emailAddress, password });

/** The fields of a new account, parsed. */
export type PersonInput = z.infer<typeof personInput>;

/** The answer of `GET /api/v1/me`: the viewer and how they are authenticated. */
export const meView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  by: z.enum(['session', 'token']),
  scopes: z.array(z.string()),
});

/** A person as stores and member lists return them. */
export type Person = { userId: string; name: string; email: string };

/** How a person signs in, for their own account page. */
export type AccountView = {
  secondFactor: SecondFactorView;
  name: string;
  email: string;
  /** Whether they can sign in with a password. */
  hasPassword: boolean;
};
