import type { Figure } from '@/lib/agreement/figure';

/** A figure in the API’s response. */
export type FigureView = { value: number | null; reason: string | null };

/** A number with a fixed number of decimals and a minus sign; what rounds to zero has no sign. */
export function decimals(value: number, digits = 2): string {
  const written = value.toFixed(digits);
  return /^-0(?:\.0*)?$/.test(written) ? written.slice(1) : written.replace('-', '−');
}

/** A figure in a table: two decimals, or a dash where it is not defined. */
export function figureText({ value }: FigureView): string {
  return value === null ? '–' : decimals(value);
}

/** Why a figure is not defined, as a sentence; null where it is. */
export function notDefined({ value, reason }: FigureView | Figure): string | null {
  if (value !== null) return null;
  const why = (reason ?? '').trim().replace(/\.$/, '');
  return why === '' ? 'Not defined.' : `Not defined: ${why}.`;
}

/** The ends of an interval, “0.31 to 0.52”. */
export function intervalText({ low, high }: { low: number; high: number }): string {
  return `${decimals(low)} to ${decimals(high)}`;
}

/** A difference between two figures, with its sign; a dash where there is none. */
export function differenceText(difference: number | null): string {
  if (difference === null) return '–';
  const written = decimals(difference);
  return /[1-9]/.test(written) && difference > 0 ? `+${written}` : written;
}

/** The ends of an interval of a difference, “−0.02 to +0.31”. */
export function differencesText({ low, high }: { low: number; high: number }): string {
  return `${differenceText(low)} to ${differenceText(high)}`;
}

/** A share in percent: one decimal below ten, none above; “< 0.1 %” for smaller ones above 0. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '< 0.1 %';
  return `${value.toFixed(value >= 9.95 || value === 0 ? 0 : 1)} %`;
}

/** A reason as a sentence with a capital and a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const begun = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
