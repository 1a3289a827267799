/** How sure one can say to be, and what it is stored as (0 to 1). */
export const confidenceSteps = [
  { value: 0, label: 'A guess' },
  { value: 0.25, label: 'Doubtful' },
  { value: 0.5, label: 'Even' },
  { value: 0.75, label: 'Fairly sure' },
  { value: 1, label: 'Sure' },
] as const;

/** A confidence in words, whichever number it is: others may have stored finer ones. */
export function formatConfidence(confidence: number): string {
  const nearest = [...confidenceSteps].sort(
    (one, other) => Math.abs(one.value - confidence) - Math.abs(other.value - confidence),
  )[0];
  return `${nearest?.label ?? ''} (${Math.round(confidence * 100)} %)`;
}
