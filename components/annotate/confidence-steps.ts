/** How sure one can say to be, and what it is stored as (0 to 1). */
export const confidenceSteps = [
  { value: 0, words: 'A guess' },
  { value: 0.25, words: 'Doubtful' },
  { value: 0.5, words: 'Even' },
  { value: 0.75, words: 'Fairly sure' },
  { value: 1, words: 'Sure' },
] as const;

/** A confidence in words, whichever number it is: others may have stored finer ones. */
export function confidenceWords(confidence: number): string {
  const nearest = [...confidenceSteps].sort(
    (one, other) => Math.abs(one.value - confidence) - Math.abs(other.value - confidence),
  )[0];
  return `${nearest?.words ?? ''} (${Math.round(confidence * 100)} %)`;
}
