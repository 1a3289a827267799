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

/** Everything that a worker can compute. */
export const computations: readonly Computation<unknown, unknown>[] = [
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
