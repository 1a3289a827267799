/** How a label's underline is drawn: the words of CSS `text-decoration-style`. Colour is never the only sign. */
export const labelPatterns = ['solid', 'wavy', 'dotted', 'double', 'dashed'] as const;

/** How a label's underline is drawn. */
export type LabelPattern = (typeof labelPatterns)[number];

/** The pattern of the label at this place (from 0) where none was chosen: one after the other. */
export function patternInTurn(index: number): LabelPattern {
  return labelPatterns[index % labelPatterns.length] ?? 'solid';
}
