import type { Figure } from '@/lib/agreement/figure';

/** A figure as the API tells it. */
export type FigureView = { value: number | null; reason: string | null };

/** A number with so many decimals and a true minus; what rounds to nothing has no sign. */
export function decimals(value: number, digits = 2): string {
  const written = value.toFixed(digits);
  return /^-0(?:\.0*)?$/.test(written) ? written.slice(1) : written.replace('-', '−');
}

/** A figure in a table: two decimals, or a dash where it is not defined. */
export function figureText({ value }: FigureView): string {
  return value === null ? '–' : decimals(value);
}

/** Why a figure is not there, as a sentence; null where it is. */
export function notDefined({ value, reason }: FigureView | Figure): string | null {
  if (value !== null) return null;
  const why = (reason ?? '').trim().replace(/\.$/, '');
  return why === '' ? 'Not defined.' : `Not defined: ${why}.`;
}

/** The ends of an interval, “0.31 to 0.52”. */
export function intervalText({ low, high }: { low: number; high: number }): string {
  return `${decimals(low)} to ${decimals(high)}`;
}

/** A share of the whole in percent: one decimal below ten, none above; what is less than 0.1 but there says so. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '< 0.1 %';
  return `${value.toFixed(value >= 9.95 || value === 0 ? 0 : 1)} %`;
}

/** A reason as a sentence of its own. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const begun = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
