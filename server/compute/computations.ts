import { guidelinesForm } from '@/components/guidelines/guidelines-computations';
import type { Computation } from '@/lib/access/computation';
import {
  changedArticlesComputation,
  changesComputation,
  changesViewComputation,
  deskComputation,
  mergeComputation,
  pageComputation,
  performanceComputation,
  roundComputation,
} from '@/lib/adjudication/computations';
import {
  choicesComputation,
  comparisonComputation,
  comparisonDeskComputation,
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
import { markComputation } from '@/lib/access/shared-state';

/** Everything that a worker can compute. */
export const computations: readonly Computation<unknown, unknown>[] = [
  markComputation,
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
  comparisonDeskComputation,
  deskComputation,
  pageComputation,
  mergeComputation,
  changesComputation,
  changesViewComputation,
  changedArticlesComputation,
  performanceComputation,
  roundComputation,
] as Computation<unknown, unknown>[];
