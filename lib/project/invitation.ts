import { z } from 'zod';
import { emailAddress, personInput } from '@/lib/access/person';
import { roles } from '@/lib/access/role';

/** How long an invitation stays open, in milliseconds: 14 days. */
export const invitationLife = 14 * 24 * 60 * 60 * 1000;

/** Whom to invite, and as what. With an e-mail, only that person may come in by it. */
export const invitationInput = z.strictObject({
  email: emailAddress.nullish(),
  role: z.enum(roles),
});

/** Whom to invite, and as what. */
export type InvitationInput = z.infer<typeof invitationInput>;

/** A new invitation: the only time that its link is told. */
export const newInvitationView = z.object({
  id: z.uuid(),
  url: z.string(),
  token: z.string(),
  role: z.enum(roles),
  email: z.string().nullable(),
  expiresAt: z.iso.datetime(),
});

/** A new invitation with its link. */
export type NewInvitationView = z.infer<typeof newInvitationView>;

/** An open invitation, as those see it who may invite: without the link. */
export const invitationView = z.object({
  id: z.uuid(),
  email: z.string().nullable(),
  role: z.enum(roles),
  invitedBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** An open invitation. */
export type InvitationView = z.infer<typeof invitationView>;

/** An invitation as the one sees it who holds its link. */
export type InvitationOffer = {
  project: string;
  role: (typeof roles)[number];
  invitedBy: string;
  email: string | null;
  expiresAt: string;
};

/** What somebody gives who comes in by an invitation: themselves, or nothing when they are signed in. */
export const acceptance = z.union([personInput, z.strictObject({})]);

/** Where an accepted invitation leads. */
export const acceptedView = z.object({
  projectId: z.uuid(),
  userId: z.uuid(),
  role: z.enum(roles),
});

/** Where an accepted invitation leads. */
export type AcceptedView = z.infer<typeof acceptedView>;
