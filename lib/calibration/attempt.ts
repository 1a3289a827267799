import { z } from 'zod';
import { score } from './score';

/** One submission of a calibration article, as it is told. */
export const attemptView = z.object({
  /** Counts the person's attempts at the article. */
  number: z.int().positive(),
  at: z.iso.datetime(),
  score,
  /** What the project asked for then, 0 to 1; null where it asked for nothing. */
  passMark: z.number().nullable(),
  passed: z.boolean(),
});

/** One submission of a calibration article, with the deeds that name what was laid against what. */
export type Attempt = z.infer<typeof attemptView> & {
  layerId: string;
  eventCount: number;
  consensusEventCount: number;
};

/** An attempt that is to be kept. */
export type NewAttempt = Omit<Attempt, 'number' | 'at'> & { articleId: string; userId: string };
