import { z } from 'zod';
import { offsetUnits } from '@/lib/article/code-points';
import type { Label } from '@/lib/codebook/label';
import type { AgainstUnit } from '@/lib/adjudication/against-consensus/against-consensus';
import { againstView } from '@/lib/adjudication/against-consensus/against-view';
import type { Attempt } from './attempt';
import { attemptView } from './attempt';

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
      : 'You are labelling this article again, so the consensus is closed to you until you submit.';
  if (!isCalibration) return 'Nobody is measured by this article.';
  if (!isOwn) return 'They have not submitted this article since analysts are measured by it.';
  if (!mayBeMeasured) return 'Only analysts are measured: you see every reading as you please.';
  if (isSource) return 'The consensus was made of your reading too, so you are not measured by it.';
  return 'You have not submitted your reading yet. Then you see here what the consensus has, and why.';
}
