/** How many decided cases teach a label: it was given there, or said there and not given, or both. */
export type LabelCases = { label: string; cases: number; examples: number; nearMisses: number };
