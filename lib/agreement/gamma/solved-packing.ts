/** A best packing, up to a solver’s exactness: the prices of its units and the candidates taken. */
export type SolvedPacking = { readonly prices: Float64Array; readonly taken: readonly number[] };
