import { z } from 'zod';

/** Whether an event concerns a person's account or a project. */
type Scope = 'account' | 'project';

const kinds = {
  'sign-in': { of: 'account', sentence: 'Signed in' },
  'sign-in-failed': { of: 'account', sentence: 'Sign-in failed' },
  'sign-in-limited': { of: 'account', sentence: 'Sign-in refused after too many attempts' },
  'proof-failed': { of: 'account', sentence: 'Gave a wrong password or code' },
  'sign-out': { of: 'account', sentence: 'Signed out' },
  'sessions-ended': { of: 'account', sentence: 'Signed out everywhere' },
  'password-changed': { of: 'account', sentence: 'Changed the password' },
  'reset-made': { of: 'account', sentence: 'Created a link to set a new password' },
  'password-reset': { of: 'account', sentence: 'Set a new password by a link' },
  'account-disabled': { of: 'account', sentence: 'Disabled the account' },
  'account-enabled': { of: 'account', sentence: 'Enabled the account' },
  'account-made': { of: 'account', sentence: 'Created the account' },
  'second-factor-added': { of: 'account', sentence: 'Added a second factor' },
  'second-factor-removed': { of: 'account', sentence: 'Removed the second factor' },
  'recovery-codes-made': { of: 'account', sentence: 'Created new recovery codes' },
  'provider-linked': { of: 'account', sentence: 'Linked a sign-in provider' },
  'session-ended': { of: 'account', sentence: 'Ended a session' },
  'token-made': { of: 'account', sentence: 'Created an access token' },
  'token-revoked': { of: 'account', sentence: 'Revoked an access token' },
  'invitation-made': { of: 'project', sentence: 'Created an invitation' },
  'invitation-accepted': { of: 'project', sentence: 'Accepted an invitation' },
  'invitation-revoked': { of: 'project', sentence: 'Revoked an invitation' },
  'role-changed': { of: 'project', sentence: 'Changed a role' },
  'member-removed': { of: 'project', sentence: 'Removed a member' },
  'settings-changed': { of: 'project', sentence: 'Changed the project’s settings' },
  'project-archived': { of: 'project', sentence: 'Archived the project' },
  'project-restored': { of: 'project', sentence: 'Restored the project' },
  'export-made': { of: 'project', sentence: 'Exported annotations' },
} as const satisfies Record<string, { of: Scope; sentence: string }>;

/** The kind of a security event. A new kind is a line in the table above. */
export type SecurityEventKind = keyof typeof kinds;

/** Every kind of event, in the order of the table. */
export const securityEventKinds = Object.keys(kinds) as SecurityEventKind[];

/** The kinds that concern an account, or those that concern a project. */
export const securityEventKindsOf = (scope: Scope): SecurityEventKind[] =>
  securityEventKinds.filter((kind) => kinds[kind].of === scope);

/** What the actor did, for lists of events: a phrase without a full stop. */
export const securityEventSentence = (kind: SecurityEventKind): string => kinds[kind].sentence;

/** A stored string as a kind; null if this version does not know it. */
export const securityEventKindOf = (word: string): SecurityEventKind | null =>
  securityEventKinds.find((kind) => kind === word) ?? null;

/** Further details of an event: plain values by name, never a secret. */
export type SecurityEventDetails = Record<string, string | number | boolean | null | string[]>;

const somebody = z.object({ userId: z.uuid(), name: z.string() });

/** An event of a project's security log. */
export const securityEventView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.enum(securityEventKinds),
  /** Who did it; null if unknown. */
  actor: somebody.nullable(),
  /** The person whose account it concerns, if any. */
  person: somebody.nullable(),
  /** The network of the request: 24 bits of an IPv4 address, 48 of an IPv6 address. */
  network: z.string().nullable(),
  requestId: z.string().nullable(),
  details: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
  ),
});

/** An event of a security log. */
export type SecurityEventView = z.infer<typeof securityEventView>;

/** How many days events are stored. */
export const securityEventDays = 400;
