import type { Computation } from '@/lib/access/computation';
import {
  choicesComputation,
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
] as Computation<unknown, unknown>[];
