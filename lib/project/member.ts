import { z } from 'zod';
import { roles } from '@/lib/access/role';

/** A person in a project. */
export const memberView = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  addedAt: z.iso.datetime(),
  /** Since when their account is disabled; null where it is not, or the one who asks does not manage. */
  disabledAt: z.iso.datetime().nullable(),
});

/** A person in a project; the e-mail only for those who manage. */
export type MemberView = z.infer<typeof memberView>;

/** The role that a member is to have. */
export const roleChange = z.strictObject({ role: z.enum(roles) });

/** Whether a member’s account is to be disabled. */
export const accountChange = z.strictObject({ disabled: z.boolean() });
