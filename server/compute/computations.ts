import {
  changedArticlesComputation,
  changesComputation,
  changesViewComputation,
  mergeComputation,
  pageComputation,
  workspaceComputation,
} from '@/lib/adjudication/compute-adjudication';
import { performanceComputation } from '@/lib/calibration/read-analyst-performance';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import {
  choicesComputation,
  comparisonComputation,
  comparisonWorkspaceComputation,
  gammaComputation,
  panelComputation,
  setAlphaComputation,
  statisticsComputation,
} from '@/lib/agreement/computations';
import {
  beginningComputation,
  draftMergeComputation,
  draftTextComputation,
  freezingComputation,
  previewComputation,
  revisionComputation,
} from '@/lib/article/text-computations';
import type { Computation } from '@/lib/compute/computation';
import { snapshotComputation } from '@/lib/live/shared-state';
import { roundComputation } from '@/lib/round/measure-round';

/** Every computation that a worker can run. */
export const computations: readonly Computation<unknown, unknown>[] = [
  snapshotComputation,
  previewComputation,
  revisionComputation,
  beginningComputation,
  draftMergeComputation,
  freezingComputation,
  draftTextComputation,
  guidelinesForm.read,
  guidelinesForm.write,
  guidelinesForm.merge,
  statisticsComputation,
  choicesComputation,
  panelComputation,
  setAlphaComputation,
  gammaComputation,
  comparisonComputation,
  comparisonWorkspaceComputation,
  workspaceComputation,
  pageComputation,
  mergeComputation,
  changesComputation,
  changesViewComputation,
  changedArticlesComputation,
  performanceComputation,
  roundComputation,
] as Computation<unknown, unknown>[];
