import { z } from 'zod';
import { password } from './password';
import { nameOf } from '@/lib/text-input';

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
