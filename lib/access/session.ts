import { z } from 'zod';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a session may be unused, and how old it may be, in milliseconds. */
export const sessionLimits = { idle: 14 * day, age: 90 * day };

/** How long the row of an ended session is stored, in milliseconds. */
export const endedSessionLife = 30 * day;

/** The times that decide whether a session is valid. */
type SessionTimes = { createdAt: Date; lastSeenAt: Date; endedAt: Date | null };

/** Whether a session is valid at `now`: not ended and within `sessionLimits`. */
export function isLive({ createdAt, lastSeenAt, endedAt }: SessionTimes, now: Date): boolean {
  return (
    endedAt === null &&
    now.getTime() - lastSeenAt.getTime() < sessionLimits.idle &&
    now.getTime() - createdAt.getTime() < sessionLimits.age
  );
}

/** The precision of `lastSeenAt` in milliseconds: it is written at most this often. */
export const seenEvery = 5 * minute;

/** How long a proof of identity (password, code or sign-in) is valid, in milliseconds. */
const proofLasts = 15 * minute;

/** Whether a proof of identity from `provedAt` is still valid at `now`. */
export function isProofFresh(provedAt: Date, now: Date): boolean {
  return now.getTime() - provedAt.getTime() < proofLasts;
}

/** A session as its owner sees it. */
export const sessionView = z.object({
  id: z.uuid(),
  /** Browser and operating system; empty if unknown. */
  device: z.string(),
  createdAt: z.iso.datetime(),
  /** To within a few minutes. */
  lastSeenAt: z.iso.datetime(),
  /** Whether it is the session of this request. */
  current: z.boolean(),
});

/** A session as its owner sees it. */
export type SessionView = z.infer<typeof sessionView>;
