import { guidelinesForm } from '@/components/guidelines/guidelines-computations';
import type { Computation } from '@/lib/access/computation';
import { markComputation } from '@/lib/access/shared-state';
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

/** Everything that a worker can compute. */
export const computations: readonly Computation<unknown, unknown>[] = [
  statisticsComputation,
  choicesComputation,
  panelComputation,
  setAlphaComputation,
  gammaComputation,
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
] as Computation<unknown, unknown>[];
