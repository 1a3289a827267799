import type { Viewer } from '@/lib/access/viewer';
import type { OffsetUnit } from '@/lib/article/code-points';
import { positionIndex } from '@/lib/article/code-points';
import { againstIn } from '@/lib/adjudication/against-consensus/against-view';
import type { CalibrationQuery, CalibrationView } from './calibration-result';
import { readCalibrationResult } from './read-calibration-result';

/** Somebody's attempts at a calibration article as the API tells them; see `readCalibrationResult`. */
export async function readCalibration(
  viewer: Viewer,
  articleId: string,
  { offsetUnit, ...query }: CalibrationQuery & { offsetUnit: OffsetUnit },
): Promise<CalibrationView> {
  const result = await readCalibrationResult(viewer, articleId, query);
  const { text, labels: _, projectName: __, attempts, units, ...fields } = result;
  const index = positionIndex(text, offsetUnit);
  return {
    ...fields,
    attempts: attempts.map(({ number, at, score, passMark, passed }) => ({
      number,
      at,
      score,
      passMark,
      passed,
    })),
    offsetUnit,
    units: units.map((unit) => againstIn(index, unit)),
  };
}
