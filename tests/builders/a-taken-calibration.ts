import { submitOrReopen } from '@/lib/calibration/submit-or-reopen';
import type { Calibration } from './a-calibration';
import { aCalibration } from './a-calibration';
import { anAnnotation } from './an-annotation';

/** A calibration article of which the learner has marked the first of two settled places, one place more, and submitted. */
export async function aTakenCalibration(
  chosen: Parameters<typeof aCalibration>[0] = {},
): Promise<Calibration & { layerId: string }> {
  const place = await aCalibration(chosen);
  const { articleId, learner, text } = place;
  const span = (words: string) => {
    const start = text.indexOf(words);
    return { segments: [{ start, end: start + words.length }] };
  };
  const { layerId } = await anAnnotation(learner, articleId, span('failed gamble'));
  await anAnnotation(learner, articleId, span('regime'));
  await submitOrReopen(learner, layerId, 'submitted');
  return { ...place, layerId };
}
