import { z } from 'zod';
import { nameOf } from '@/lib/text-input';
import { scopes } from './viewer';

/** The input for a new personal access token; scopes come out in their canonical order. */
export const tokenInput = z.strictObject({
  id: z.uuid().optional(),
  name: nameOf(120),
  scopes: z
    .array(z.enum(scopes))
    .min(1, 'A token needs at least one scope.')
    .transform((names) => scopes.filter((scope) => names.includes(scope))),
  expiresAt: z.iso.datetime({ offset: true }).nullish(),
});

/** The input for a new personal access token, parsed. */
export type TokenInput = z.infer<typeof tokenInput>;

/** A token as its owner sees it afterwards: without the secret. */
export const tokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
});

/** A token as its owner sees it afterwards. */
export type TokenView = z.infer<typeof tokenView>;

/** The answer for a new token; its secret is not shown again. */
export const newTokenView = z.object({ id: z.uuid(), token: z.string() });

/** A new token with its secret. */
export type NewTokenView = z.infer<typeof newTokenView>;
