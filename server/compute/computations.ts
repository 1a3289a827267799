import { guidelinesForm } from '@/components/guidelines/guidelines-computations';
import type { Computation } from '@/lib/access/computation';
import {
  choicesComputation,
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
] as Computation<unknown, unknown>[];
