import { z } from 'zod';
import { may } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';

const count = z.int().nonnegative();
const person = z.object({ id: z.uuid(), name: z.string() });

/** A discussion round as the API tells it. */
export const roundView = z.object({
  /** Counts the project’s rounds; 1 is the first discussion after blind labelling. */
  number: count,
  state: z.enum(['open', 'closed']),
  openedAt: z.iso.datetime(),
  openedBy: person,
  closedAt: z.iso.datetime().nullable(),
  closedBy: person.nullable(),
  /** How many readings of how many articles are in it, and how many of them are open again now; null for those who may not see every layer. */
  layers: count.nullable(),
  articles: count.nullable(),
  reopened: count.nullable(),
  /** The same of the asking person’s own readings. */
  mine: z.object({ layers: count, reopened: count }),
});

/** A discussion round as the API tells it. */
export type RoundView = z.infer<typeof roundView>;

/** What of a round can be changed: it is closed, once. */
export const roundChange = z.strictObject({ state: z.literal('closed') });

/** What a store tells of a round: every count, whoever asks. */
export type StoredRound = Omit<RoundView, 'state' | 'layers' | 'articles' | 'reopened'> & {
  id: string;
  layers: number;
  articles: number;
  reopened: number;
};

/** A round as somebody of this role may know it: how many have submitted is nothing for the blind. */
export function roundFor(
  role: Role,
  { id: _, layers, articles, reopened, ...round }: StoredRound,
): RoundView {
  const counts = may(role, 'see every layer')
    ? { layers, articles, reopened }
    : { layers: null, articles: null, reopened: null };
  return { ...round, state: round.closedAt === null ? 'open' : 'closed', ...counts };
}
