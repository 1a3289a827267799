import type { Figure } from '@/lib/agreement/figure';
import type { PanelMeasure } from '@/lib/agreement/agreement-view';
import type { Domain } from './scale';
import { overChanceDomain, shareDomain } from './scale';

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

/** The texts that accompany a figure. */
export type MeasureText = {
  name: string;
  /** Question. */
  answers: string;
  domain: Domain;
  /** The meaning of the two ends of its scale, from left to right. */
  ends: readonly [string, string];
  /** Values of published corpora and their measure, for comparison only. */
  forScale: string;
  /** A published range of the same measure, which may be shown on its scale. */
  published?: { low: number; high: number; of: string };
};

const byChance = ['set apart', 'alike'] as const;
const asShare = ['nothing', 'all'] as const;
const sentences =
  'α over sentences, biased or not, is [0.39–0.40] among the experts of BABE (2021) and [0.21] in the crowd of MBIC (2021)';

/**
 * Name and question of each figure of the panel. Published figures were measured on the corpora’s
 * own data.
 */
export const panelMeasureText: Record<PanelMeasure, MeasureText> = {
  u_alpha_pooled: {
    name: 'uα, label by label',
    answers:
      'Do analysts annotate the same text with the same label, beyond chance? Each label is measured separately, so annotations may overlap; then all are pooled.',
    domain: overChanceDomain,
    ends: byChance,
    forScale: `No published bias corpus reports this measure. Of another, coarser one: ${sentences}.`,
  },
  u_alpha_binary: {
    name: '|uα, annotated or not',
    answers: 'Do analysts annotate the same text at all, whatever the label, beyond chance?',
    domain: overChanceDomain,
    ends: byChance,
    forScale: `No published bias corpus reports this measure. Of another, coarser one: ${sentences}.`,
  },
  f1_partial: {
    name: 'F1, with partial credit',
    answers:
      'Of what one analyst annotated, how much did another annotate with the same label? Partial overlap counts in part, as in SemEval-2020 Task 11; the mean of all pairs. Not corrected for chance: it rises where much is annotated.',
    domain: shareDomain,
    ends: asShare,
    forScale:
      'No published bias corpus reports this measure between its annotators. Of another one, which counts every span that overlaps: overlap F1 is [0.81–0.86] for attributions, not bias, in PolNeAR (2018).',
  },
  f1_exact: {
    name: 'F1, exact',
    answers:
      'How many of one analyst’s annotations does another have with the same label, first and last character? The mean of all pairs. Not corrected for chance.',
    domain: shareDomain,
    ends: asShare,
    forScale:
      'Of this measure, for single labels: [0.63–0.79] among trained coders of attributions, not bias, in PolNeAR (2018), whose annotations are mostly names and verbs.',
    published: { low: 0.625, high: 0.794, of: 'PolNeAR, attributions' },
  },
};

/** The figures that are calculated on demand. */
export type OnDemandMeasure = 'gamma' | 'alpha-character' | 'alpha-token' | 'alpha-sentence';

/** Name and question of each on-demand figure. */
export const onDemandMeasureText: Record<OnDemandMeasure, MeasureText & { short: string }> = {
  gamma: {
    short: 'γ',
    name: 'γ, alignment of annotations',
    answers:
      'When the annotations of all analysts are aligned as well as possible, by position and label, how much better do they fit than random ones?',
    domain: overChanceDomain,
    ends: byChance,
    forScale: 'No published bias corpus has a γ that could be checked here.',
  },
  'alpha-character': {
    short: 'α over characters',
    name: 'α over characters',
    answers:
      'Character by character, do analysts give the same labels, beyond chance? Long annotations weigh more than short ones.',
    domain: overChanceDomain,
    ends: byChance,
    forScale: `No published bias corpus reports this measure. Of another, coarser one: ${sentences}.`,
  },
  'alpha-token': {
    short: 'α over tokens',
    name: 'α over tokens',
    answers:
      'Word by word, do analysts give the same labels, beyond chance? Long annotations weigh more than short ones.',
    domain: overChanceDomain,
    ends: byChance,
    forScale:
      'Of a related measure, with one class a token instead of sets of labels: [0.79] for attributions, not bias, in PolNeAR (2018).',
  },
  'alpha-sentence': {
    short: 'α over sentences',
    name: 'α over sentences',
    answers:
      'Sentence by sentence, do analysts find the same labels, beyond chance? The position in the sentence does not matter.',
    domain: overChanceDomain,
    ends: byChance,
    forScale: `Of a related measure, with yes or no a sentence instead of sets of labels: ${sentences}.`,
  },
};
