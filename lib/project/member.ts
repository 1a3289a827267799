import { z } from 'zod';
import { roles } from '@/lib/access/role';

/** A person in a project. */
export const memberView = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  addedAt: z.iso.datetime(),
});

/** A person in a project; the e-mail only for those who manage. */
export type MemberView = z.infer<typeof memberView>;

/** The role that a member is to have. */
export const roleChange = z.strictObject({ role: z.enum(roles) });
