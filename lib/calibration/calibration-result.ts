import { z } from 'zod';
import type { AgainstUnit } from '@/lib/adjudication/against-consensus';
import { againstView } from '@/lib/adjudication/against-consensus';
import type { Learning } from '@/lib/annotation/learning';
import { offsetUnits } from '@/lib/article/code-points';
import type { Label } from '@/lib/codebook/label';
import { score } from './score';

/** One submission of a calibration article, in the API. */
export const attemptView = z.object({
  /** The number of the person's attempt at the article, from 1. */
  number: z.int().positive(),
  at: z.iso.datetime(),
  score,
  /** The pass mark at that time, 0 to 1; null where there was none. */
  passMark: z.number().nullable(),
  passed: z.boolean(),
});

/**
 * One submission of a calibration article, with the event counts of the two layers that were
 * compared.
 */
export type Attempt = z.infer<typeof attemptView> & {
  layerId: string;
  eventCount: number;
  consensusEventCount: number;
};

/** An attempt to be stored. */
export type NewAttempt = Omit<Attempt, 'number' | 'at'> & { articleId: string; userId: string };

/** The query of a calibration result. */
export const calibrationQuery = z.object({
  /** Whose attempts; one's own without it. Others' are for managers. */
  user: z.uuid().optional(),
  /** The number of the attempt to compare with the consensus; the last without it. */
  attempt: z.coerce.number().int().positive().max(1_000_000).optional(),
});

/** The query of a calibration result. */
export type CalibrationQuery = z.infer<typeof calibrationQuery>;

const fields = {
  articleId: z.uuid(),
  title: z.string(),
  projectId: z.uuid(),
  /** The author of the attempts. */
  user: z.object({ id: z.uuid(), name: z.string() }),
  /** Whether this is a calibration article now. */
  isCalibration: z.boolean(),
  /** The project's pass mark now, F1 by characters, 0 to 1; null where there is none. */
  passMark: z.number().nullable(),
  /** Whether the viewer may start another attempt of theirs. */
  mayAttempt: z.boolean(),
  /**
   * The number of the attempt that is compared with the consensus; null where none is, and `reason`
   * says why.
   */
  shown: z.int().nullable(),
  reason: z.string().nullable(),
};

/**
 * Somebody's attempts at a calibration article, and one of them compared with the consensus as it
 * was then.
 */
export const calibrationView = z.object({
  ...fields,
  /** Earliest first. */
  attempts: z.array(attemptView),
  offsetUnit: z.enum(offsetUnits),
  units: z.array(againstView),
});

/** Somebody's attempts at a calibration article, in the API. */
export type CalibrationView = z.infer<typeof calibrationView>;

/** The same for the page; positions are UTF-16 code units of `text`. */
export type CalibrationResult = Omit<CalibrationView, 'attempts' | 'offsetUnit' | 'units'> & {
  projectName: string;
  attempts: Attempt[];
  text: string;
  /** The labels of the published codebook. */
  labels: readonly Label[];
  units: AgainstUnit[];
};

/** What showing an attempt beside the consensus depends on. */
type ShowingConditions = {
  isOwn: boolean;
  isCalibration: boolean;
  attempts: number;
  /** Of the viewer. */
  mayBeMeasured: boolean;
  /** Whether the consensus was made from the person's layer. */
  isSource: boolean;
  /** Whether the viewer may see the consensus. */
  seesConsensus: boolean;
};

/** Why no attempt is compared with the consensus, as a sentence; null where one is. */
export function reasonAgainstShowing(conditions: ShowingConditions): string | null {
  const { isOwn, isCalibration, attempts, mayBeMeasured, isSource, seesConsensus } = conditions;
  if (attempts > 0)
    return seesConsensus
      ? null
      : 'You are annotating this article again, so the consensus is hidden from you until you submit.';
  if (!isCalibration) return 'This is not a calibration article.';
  if (!isOwn) return 'They have not submitted this article since it became a calibration article.';
  if (!mayBeMeasured) return 'Only analysts are scored: you may see all annotations at any time.';
  if (isSource)
    return 'The consensus was made from your annotations too, so you are not scored against it.';
  return 'You have not submitted your annotations yet. Once you have, you see here what the consensus has, and why.';
}

/** A project's calibration articles on the project's page, for one person. */
export type CalibrationBoard = {
  /** All that are not archived, by title. */
  articles: Learning[];
  /**
   * Those that this person is to annotate first: they are scored against them, and have not passed
   * yet.
   */
  first: Learning[];
  /** Whether they may annotate no other article before. */
  isGated: boolean;
  /**
   * The ids of the listed articles that are resolved, for those who may make them calibration
   * articles; null for others.
   */
  markable: string[] | null;
};
