import type { CodingTable } from '@/lib/agreement/coding/coding-table';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { cohenKappa } from '@/lib/agreement/coding/cohen-kappa';
import { fleissKappa, fleissKappaGwet } from '@/lib/agreement/coding/fleiss-kappa';
import { gwetAc } from '@/lib/agreement/coding/gwet-ac';
import { krippendorffAlpha } from '@/lib/agreement/coding/krippendorff-alpha';
import type { SetItem } from '@/lib/agreement/coding/krippendorff-alpha-sets';
import { krippendorffAlphaSets } from '@/lib/agreement/coding/krippendorff-alpha-sets';
import { percentAgreement } from '@/lib/agreement/coding/percent-agreement';
import { scottPi } from '@/lib/agreement/coding/scott-pi';
import { setMeasures } from '@/lib/agreement/coding/set-distance';
import { levels } from '@/lib/agreement/coding/value-distance';
import type { Figure } from '@/lib/agreement/figure';
import type { Answering } from './answer';
import { wordParameter } from './answer';
import type { CaseCheck, InputOf } from './reference-case';

const weightings = ['linear', 'quadratic'] as const;

const measures: Record<string, (table: CodingTable, check: CaseCheck) => Figure> = {
  percent_agreement: percentAgreement,
  cohen_kappa: (table) => cohenKappa(table),
  cohen_kappa_weighted: (table, check) =>
    cohenKappa(table, wordParameter(check, 'weights', weightings)),
  scott_pi: scottPi,
  fleiss_kappa: fleissKappa,
  fleiss_kappa_gwet: fleissKappaGwet,
  gwet_ac1: (table) => gwetAc(table),
  gwet_ac2: (table, check) => gwetAc(table, wordParameter(check, 'weights', weightings)),
  krippendorff_alpha: (table, check) =>
    krippendorffAlpha(table, wordParameter(check, 'level', levels)),
};

const setItems = ({ ratings }: InputOf<'coding-sets'>): SetItem[] =>
  Array.from({ length: ratings[0]?.length ?? 0 }, (_, item) => ({
    weight: 1,
    sets: ratings.map((row) => row[item] ?? null),
  }));

/** The measures of items that many coded, and of items that bear several labels. */
export const codingAnswers: Answering = ({ input }, check) => {
  if (input.kind === 'coding-sets' && check.measure === 'krippendorff_alpha_sets')
    return krippendorffAlphaSets(setItems(input), wordParameter(check, 'distance', setMeasures));
  const measure = measures[check.measure];
  if (input.kind !== 'coding' || measure === undefined) return null;
  return measure(codingTable(input.ratings), check);
};
