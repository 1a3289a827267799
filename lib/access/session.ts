import { z } from 'zod';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a session may be unused, and how old it may get, in milliseconds. */
export const sessionLimits = { idle: 14 * day, age: 90 * day };

/** For how long the row of a session is kept after it has ended, in milliseconds. */
export const endedSessionLife = 30 * day;

/** The times that decide whether a session counts. */
export type SessionTimes = { createdAt: Date; lastSeenAt: Date; endedAt: Date | null };

/** Whether a session counts at `now`: not ended, not unused for too long, not too old. */
export function isLive({ createdAt, lastSeenAt, endedAt }: SessionTimes, now: Date): boolean {
  return (
    endedAt === null &&
    now.getTime() - lastSeenAt.getTime() < sessionLimits.idle &&
    now.getTime() - createdAt.getTime() < sessionLimits.age
  );
}

/** How exact `lastSeenAt` is, in milliseconds: it is written at most this often. */
export const seenEvery = 5 * minute;

/** How long a proof counts, in milliseconds: a password, a code, or signing in. */
export const proofLasts = 15 * minute;

/** Whether somebody who proved themselves at `provedAt` needs not do so again at `now`. */
export function isProofFresh(provedAt: Date, now: Date): boolean {
  return now.getTime() - provedAt.getTime() < proofLasts;
}

/** A session as its owner sees it. */
export const sessionView = z.object({
  id: z.uuid(),
  /** Browser and system in words; empty where nothing is known of them. */
  device: z.string(),
  createdAt: z.iso.datetime(),
  /** To within a few minutes. */
  lastSeenAt: z.iso.datetime(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});

/** A session as its owner sees it. */
export type SessionView = z.infer<typeof sessionView>;
