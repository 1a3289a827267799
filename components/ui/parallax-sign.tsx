/** The sign of the house: one line of text, seen from two places. */
export function ParallaxSign({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden>
      <circle cx="13" cy="14" r="9" stroke="currentColor" strokeWidth="2.5" />
      <circle cx="19" cy="18" r="9" stroke="var(--mantine-primary-color-5)" strokeWidth="2.5" />
    </svg>
  );
}
