import { roles } from '@/lib/access/permission';
import { z } from 'zod';
import { emailAddress, personInput } from '@/lib/access/person';

/** How long an invitation stays open, in milliseconds: 14 days. */
export const invitationLife = 14 * 24 * 60 * 60 * 1000;

/** Whom to invite, and in which role. With an e-mail address, only that person can accept it. */
export const invitationInput = z.strictObject({
  email: emailAddress.nullish(),
  role: z.enum(roles),
});

/** Whom to invite, and in which role. */
export type InvitationInput = z.infer<typeof invitationInput>;

/** A new invitation with its link, which no other answer contains. */
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

/** An open invitation without its link, as members who may invite see it. */
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

/** An invitation as the holder of its link sees it. */
export type InvitationOffer = {
  project: string;
  role: (typeof roles)[number];
  invitedBy: string;
  email: string | null;
  expiresAt: string;
};

/** The body of an acceptance: a new person’s details, or nothing where the viewer is signed in. */
export const acceptance = z.union([personInput, z.strictObject({})]);

/** The membership that an accepted invitation made. */
export const acceptedView = z.object({
  projectId: z.uuid(),
  userId: z.uuid(),
  role: z.enum(roles),
});

/** The membership that an accepted invitation made. */
export type AcceptedView = z.infer<typeof acceptedView>;
