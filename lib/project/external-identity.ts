import { z } from 'zod';

/** A person as a provider vouches for them; `email` only when the provider has verified it. */
export const externalIdentity = z.object({
  provider: z.string(),
  subject: z.string(),
  email: z.string().nullable(),
  name: z.string(),
});

/** A person as a provider vouches for them. */
export type ExternalIdentity = z.infer<typeof externalIdentity>;
