import {
  cohenKappa,
  fleissKappa,
  fleissKappaGwet,
  scottPi,
  percentAgreement,
} from '@/lib/agreement/coding/kappa';
import type { CodingTable } from '@/lib/agreement/coding/coding-table';
import { withCoders, withItems } from '@/lib/agreement/coding/coding-table';
import { gwetAc } from '@/lib/agreement/coding/gwet-ac';
import { krippendorffAlpha, levels } from '@/lib/agreement/coding/krippendorff-alpha';
import { mace } from '@/lib/agreement/crowd/mace';
import { votesByAnnotator, votesOf } from '@/lib/agreement/crowd/votes';
import type { Figure } from '@/lib/agreement/figure';
import { percentileBootstrap } from '@/lib/agreement/percentile-bootstrap';
import type { CodingData } from './coding-data';
import type { Competence, Entry, Report } from './report';
import { counted, pairMatrix, prevalenceOf } from './report';

const alphaAnswers = {
  nominal:
    'Do coders give the same value more often than by chance? All differences count the same.',
  ordinal: 'The same, but differences count by the number of values in between, by rank.',
  interval: 'The same, but differences count by their square.',
  ratio: 'The same, but differences count by their share of the two values.',
};

/** Larger tables would block the page for too long. */
const maxDrawnCells = 200_000;

function intervalOf(table: CodingTable, figureOf: (table: CodingTable) => Figure) {
  if (table.codes.length > maxDrawnCells)
    return { interval: null, intervalReason: 'the table is too large to draw an interval here' };
  const { interval, reason } = percentileBootstrap(table.items, (chosen) =>
    figureOf(withItems(table, chosen)),
  );
  return interval === null
    ? { interval, intervalReason: reason.replaceAll('document', 'item') }
    : { interval };
}

/** The number of items that two coders or more coded: figures rest on these. */
function pairedItems({ codes, coders, items }: CodingTable): number {
  let paired = 0;
  for (let item = 0; item < items; item += 1) {
    const row = codes.subarray(item * coders, (item + 1) * coders);
    if (row.filter((code) => code >= 0).length > 1) paired += 1;
  }
  return paired;
}

function entriesOf({ table, isNumeric }: CodingData): Entry[] {
  const n = pairedItems(table);
  const entry = (
    measure: string,
    title: string,
    answers: string,
    figure: Figure,
    params: Entry['params'] = {},
  ): Entry => ({ measure, params, title, answers, figure, interval: null, n, of: 'item' });
  const of = isNumeric ? levels : (['nominal'] as const);
  const alphas = of.map((level) => ({
    ...entry(
      'krippendorff_alpha',
      `Krippendorff’s α, ${level}`,
      alphaAnswers[level],
      krippendorffAlpha(table, level),
      { level },
    ),
    ...intervalOf(table, (drawn) => krippendorffAlpha(drawn, level)),
  }));
  const two = table.coders === 2;
  const kappa = 'Do the two agree beyond chance, given each one’s own distribution of values?';
  return [
    ...alphas,
    entry(
      'percent_agreement',
      'Percent agreement',
      'How often do two coders give an item the same value, including by chance?',
      percentAgreement(table),
    ),
    entry(
      'gwet_ac1',
      'Gwet’s AC1',
      'Agreement beyond chance, which is small where one value prevails: use it only beside α.',
      gwetAc(table),
    ),
    ...(isNumeric
      ? [
          entry(
            'gwet_ac2',
            'Gwet’s AC2, quadratic',
            'The same, with credit for values of near rank.',
            gwetAc(table, 'quadratic'),
            { weights: 'quadratic' },
          ),
        ]
      : []),
    entry(
      'fleiss_kappa',
      'Fleiss’ κ',
      'Agreement beyond chance, from all coders’ values together; every item needs the same number of coders.',
      fleissKappa(table),
    ),
    entry(
      'fleiss_kappa_gwet',
      'Fleiss’ κ, with missing values',
      'The same after Gwet, where items have different numbers of coders.',
      fleissKappaGwet(table),
    ),
    ...(two
      ? [
          entry('cohen_kappa', 'Cohen’s κ', kappa, cohenKappa(table)),
          ...(isNumeric
            ? (['linear', 'quadratic'] as const).map((weights) =>
                entry(
                  'cohen_kappa_weighted',
                  `Cohen’s κ, ${weights}`,
                  'The same, with credit for values of near rank.',
                  cohenKappa(table, weights),
                  { weights },
                ),
              )
            : []),
          entry(
            'scott_pi',
            'Scott’s π',
            'Do the two agree beyond chance, given their common distribution of values?',
            scottPi(table),
          ),
        ]
      : []),
  ];
}

function competenceOf({ table, coders }: CodingData): Competence[] {
  // MACE needs three coders or more: two can only be distinguished by chance, and one not at all.
  if (coders.length < 3 || table.values.length < 2) return [];
  const votes = votesOf(table);
  const [counts, { competence }] = [votesByAnnotator(votes), mace(votes)];
  return coders
    .map((coder, at) => ({ coder, items: counts[at] ?? 0, value: competence[at] ?? 0 }))
    .filter(({ items }) => items > 0)
    .toSorted((a, b) => b.value - a.value);
}

/** The report on a table of coders and items. */
export function codingReport(data: CodingData): Report {
  const { table, coders, items } = data;
  const counts = new Int32Array(table.values.length);
  for (const code of table.codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  const given = counts.reduce((sum, count) => sum + count, 0);
  const missing = table.codes.length - given;
  const pair = (one: number, other: number) => withCoders(table, [one, other]);
  return {
    kind: 'coding',
    summary: `${counted(coders.length, 'coder')}, ${counted(items.length, 'item')}, ${counted(table.values.length, 'value')}; ${counted(missing, 'cell')} of ${table.codes.length.toLocaleString('en')} missing.`,
    coders,
    notes: [
      ...data.notes,
      ...(coders.length < 2 ? ['There is one coder only: agreement needs two or more.'] : []),
      ...(given === 0 ? ['Every cell is empty.'] : []),
    ],
    entries: entriesOf(data),
    pairs:
      coders.length < 2
        ? []
        : [
            pairMatrix(
              'krippendorff_alpha',
              'Krippendorff’s α of each pair, nominal',
              coders,
              (one, other) => krippendorffAlpha(pair(one, other), 'nominal'),
            ),
            pairMatrix(
              'percent_agreement',
              'Percent agreement of each pair',
              coders,
              (one, other) => percentAgreement(pair(one, other)),
            ),
          ],
    prevalence: prevalenceOf(table.values.map(String), counts),
    competence: competenceOf(data),
  };
}
