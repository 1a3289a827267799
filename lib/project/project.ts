import { roles } from '@/lib/access/permission';
import { z } from 'zod';
import { nameOf, prose } from '@/lib/text-input';

/** When others’ layers become visible to an analyst: at once, once their own is submitted, never. */
export const blindPolicies = ['open', 'after-submit', 'closed'] as const;

/** When others' layers become visible to an analyst. */
export type BlindPolicy = (typeof blindPolicies)[number];

/** A stored value as a blind policy; an unknown one counts as `closed`. */
export function blindPolicyOf(word: string): BlindPolicy {
  return blindPolicies.find((policy) => policy === word) ?? 'closed';
}

const fields = {
  name: nameOf(200),
  description: prose(10_000),
  blind: z.enum(blindPolicies),
  hideSource: z.boolean(),
};

/** Fields of a new project. */
export const projectInput = z.strictObject({
  id: z.uuid().optional(),
  name: fields.name,
  description: fields.description.default(''),
  blind: fields.blind.default('after-submit'),
  hideSource: fields.hideSource.default(false),
});

/** Fields of a new project. */
export type ProjectInput = z.infer<typeof projectInput>;

/** Changes to a project’s settings; fields that are absent stay as they are. */
export const projectChanges = z
  .strictObject({ ...fields, archived: z.boolean(), requireSecondFactor: z.boolean() })
  .partial();

/** Changes to a project’s settings. */
export type ProjectChanges = z.infer<typeof projectChanges>;

/** A project as one of its members sees it. */
export const projectView = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  blind: z.enum(blindPolicies),
  hideSource: z.boolean(),
  /** Whether only members with a second factor may read or write. */
  requireSecondFactor: z.boolean(),
  /** The viewer’s role. */
  role: z.enum(roles),
  articles: z.int(),
  members: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
  /** Since when a discussion round is open; null while none is. */
  discussionSince: z.iso.datetime().nullable(),
});

/** A project as one of its members sees it. */
export type ProjectView = z.infer<typeof projectView>;
