import { roles } from '@/lib/access/permission';
import { z } from 'zod';

/** A member of a project. */
export const memberView = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  addedAt: z.iso.datetime(),
  /**
   * Since when the account is disabled; null where it is not, or where the viewer does not manage
   * members.
   */
  disabledAt: z.iso.datetime().nullable(),
});

/** A member of a project; `email` is null where the viewer may not see it. */
export type MemberView = z.infer<typeof memberView>;

/** The new role of a member. */
export const roleChange = z.strictObject({ role: z.enum(roles) });

/** Whether a member’s account is to be disabled. */
export const accountChange = z.strictObject({ disabled: z.boolean() });
