import { z } from 'zod';

const profile = z.object({ email: z.string().min(1), email_verified: z.literal(true) });

/**
 * The address in a provider's profile, where the provider says in so many words that it has verified
 * it (OpenID Connect's `email_verified`, which Google sends too and our GitHub provider sets); null
 * otherwise. Anything but `true`, such as the string “true”, is not taken for it.
 */
export function verifiedEmail(sent: unknown): string | null {
  return profile.safeParse(sent).data?.email ?? null;
}
