/** How many decided cases teach a label: it was given there, or said there and not given, or both. */
export type LabelDecisionCounts = {
  label: string;
  decisions: number;
  examples: number;
  nearMisses: number;
};
