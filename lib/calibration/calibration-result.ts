import type { AgainstUnit } from '@/lib/adjudication/against-consensus';
import { againstView } from '@/lib/adjudication/against-consensus';
import { z } from 'zod';
import type { Learning } from '@/lib/annotation/learning';
import { offsetUnits } from '@/lib/article/code-points';
import type { Label } from '@/lib/codebook/label';
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

/** What is asked about a calibration article. */
export const calibrationQuery = z.object({
  /** Whose attempts; one's own without it. Others' are for managers. */
  user: z.uuid().optional(),
  /** Which of them is laid beside the consensus, by its number; the last without it. */
  attempt: z.coerce.number().int().positive().max(1_000_000).optional(),
});

/** What is asked about a calibration article. */
export type CalibrationQuery = z.infer<typeof calibrationQuery>;

const fields = {
  articleId: z.uuid(),
  title: z.string(),
  projectId: z.uuid(),
  /** Whose attempts these are. */
  user: z.object({ id: z.uuid(), name: z.string() }),
  /** Whether analysts are measured by this article now. */
  isCalibration: z.boolean(),
  /** The F1 by characters that the project asks for now, 0 to 1; null: none. */
  passMark: z.number().nullable(),
  /** Whether the one who asks may begin another attempt of theirs. */
  mayAttempt: z.boolean(),
  /** The number of the attempt that is laid beside the consensus; null where none is, and `reason` says why. */
  shown: z.int().nullable(),
  reason: z.string().nullable(),
};

/** Somebody's attempts at a calibration article, and one of them beside the consensus as it was then. */
export const calibrationView = z.object({
  ...fields,
  /** The first one first. */
  attempts: z.array(attemptView),
  offsetUnit: z.enum(offsetUnits),
  units: z.array(againstView),
});

/** Somebody's attempts at a calibration article, as the API tells them. */
export type CalibrationView = z.infer<typeof calibrationView>;

/** The same as the page shows it; positions are UTF-16 code units of `text`. */
export type CalibrationResult = Omit<CalibrationView, 'attempts' | 'offsetUnit' | 'units'> & {
  projectName: string;
  attempts: Attempt[];
  text: string;
  /** Of the codebook as published now. */
  labels: readonly Label[];
  units: AgainstUnit[];
};

/** What decides whether, and why not, an attempt may be laid beside the consensus. */
type Asked = {
  isOwn: boolean;
  isCalibration: boolean;
  attempts: number;
  /** Of the one who asks. */
  mayBeMeasured: boolean;
  /** Whether the consensus was made of the person's reading. */
  isSource: boolean;
  /** Whether the consensus is open to the one who asks. */
  seesConsensus: boolean;
};

/** Why no attempt is laid beside the consensus; null where one is. */
export function reasonAgainstShowing(asked: Asked): string | null {
  const { isOwn, isCalibration, attempts, mayBeMeasured, isSource, seesConsensus } = asked;
  if (attempts > 0)
    return seesConsensus
      ? null
      : 'You are annotating this article again, so the consensus is hidden from you until you submit.';
  if (!isCalibration) return 'This is not a calibration article.';
  if (!isOwn) return 'They have not submitted this article since it became a calibration article.';
  if (!mayBeMeasured) return 'Only analysts are scored: you may see all annotations at any time.';
  if (isSource) return 'The consensus was made from your annotations too, so you are not scored against it.';
  return 'You have not submitted your annotations yet. Once you have, you see here what the consensus has, and why.';
}

/** A project's calibration articles as the project's page shows them to one person. */
export type CalibrationBoard = {
  /** All that are not archived, by title. */
  articles: Learning[];
  /** Those that this person is to label first: measured there, and not passed yet. */
  first: Learning[];
  /** Whether they may begin no other article before. */
  isGated: boolean;
  /** Of the articles that the page lists those that are settled, for those who may mark them; null for others. */
  markable: string[] | null;
};
