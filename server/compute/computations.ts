import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import type { Computation } from '@/lib/compute/computation';
import {
  changedArticlesComputation,
  changesComputation,
  changesViewComputation,
  workspaceComputation,
  mergeComputation,
  pageComputation,
} from '@/lib/adjudication/computations';
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
  draftTextComputation,
  freezingComputation,
  draftMergeComputation,
  previewComputation,
  revisionComputation,
} from '@/lib/article/text-computations';
import { performanceComputation } from '@/lib/calibration/compute-performance';
import { snapshotComputation } from '@/lib/live/shared-state';
import { roundComputation } from '@/lib/round/measure-round';

/** Everything that a worker can compute. */
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
