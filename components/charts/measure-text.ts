import type { PanelMeasure } from '@/lib/agreement/agreement-view';
import type { Domain } from './scale';
import { overChanceDomain, shareDomain } from './scale';

/** What a reader needs beside a figure. */
export type MeasureText = {
  name: string;
  /** What it answers. */
  answers: string;
  domain: Domain;
  /** What the ends of its scale mean, from left to right. */
  ends: readonly [string, string];
  /** What published corpora have, and of which measure; never more than a help for the eye. */
  forScale: string;
  /** A published range of this very measure, which may stand on its scale. */
  published?: { low: number; high: number; of: string };
};

const byChance = ['set apart', 'alike'] as const;
const asShare = ['nothing', 'all'] as const;
const sentences =
  'α over sentences, biased or not, is [0.39–0.40] among the experts of BABE (2021) and [0.21] in the crowd of MBIC (2021)';

/** What each figure of the panel is called and answers. Published figures were measured on the corpora’s own data. */
export const panelMeasureText: Record<PanelMeasure, MeasureText> = {
  u_alpha_pooled: {
    name: 'uα, label by label',
    answers:
      'Do analysts mark the same stretches with the same label, beyond what chance would give? Each label is looked at by itself, so marks may overlap; then all are pooled.',
    domain: overChanceDomain,
    ends: byChance,
    forScale: `No published bias corpus tells this measure. Of another, coarser one: ${sentences}.`,
  },
  u_alpha_binary: {
    name: '|uα, annotated or not',
    answers:
      'Do analysts mark the same stretches at all, whatever they call them, beyond what chance would give?',
    domain: overChanceDomain,
    ends: byChance,
    forScale: `No published bias corpus tells this measure. Of another, coarser one: ${sentences}.`,
  },
  f1_partial: {
    name: 'F1, with partial credit',
    answers:
      'Of what one marked, how much did another mark with the same label? A mark that is met in part counts in part, as in SemEval-2020 Task 11; the mean of all pairs. Not corrected for chance: it rises where much is marked.',
    domain: shareDomain,
    ends: asShare,
    forScale:
      'No published bias corpus tells this measure between its annotators. Of another one, which counts every mark that is touched: overlap F1 is [0.81–0.86] for attributions, not bias, in PolNeAR (2018).',
  },
  f1_exact: {
    name: 'F1, exact',
    answers:
      'How many of one’s marks did another set exactly alike: same label, same first and last character? The mean of all pairs. Not corrected for chance.',
    domain: shareDomain,
    ends: asShare,
    forScale:
      'Of this measure, for single labels: [0.63–0.79] among trained coders of attributions, not bias, in PolNeAR (2018), whose marks are mostly names and verbs.',
    published: { low: 0.625, high: 0.794, of: 'PolNeAR, attributions' },
  },
};

/** The figures that are reckoned on request. */
export type OnDemandMeasure = 'gamma' | 'alpha-character' | 'alpha-token' | 'alpha-sentence';

/** What each figure on request is called and answers. */
export const onDemandMeasureText: Record<OnDemandMeasure, MeasureText & { short: string }> = {
  gamma: {
    short: 'γ',
    name: 'γ, alignment of marks',
    answers:
      'When the marks of all analysts are lined up as well as they can be, place and label together, how much better do they fit than marks strewn by chance?',
    domain: overChanceDomain,
    ends: byChance,
    forScale: 'No published bias corpus has a γ that could be checked here.',
  },
  'alpha-character': {
    short: 'α over characters',
    name: 'α over characters',
    answers:
      'Character by character, do analysts lay the same labels on it, beyond what chance would give? Long marks weigh more than short ones.',
    domain: overChanceDomain,
    ends: byChance,
    forScale: `No published bias corpus tells this measure. Of another, coarser one: ${sentences}.`,
  },
  'alpha-token': {
    short: 'α over tokens',
    name: 'α over tokens',
    answers:
      'Word by word, do analysts lay the same labels on it, beyond what chance would give? Long marks weigh more than short ones.',
    domain: overChanceDomain,
    ends: byChance,
    forScale:
      'Of a near kin, one class a token in place of sets of labels: [0.79] for attributions, not bias, in PolNeAR (2018).',
  },
  'alpha-sentence': {
    short: 'α over sentences',
    name: 'α over sentences',
    answers:
      'Sentence by sentence, do analysts find the same labels in it, beyond what chance would give? Where in the sentence does not matter.',
    domain: overChanceDomain,
    ends: byChance,
    forScale: `Of a near kin, one yes or no a sentence in place of sets of labels: ${sentences}.`,
  },
};
