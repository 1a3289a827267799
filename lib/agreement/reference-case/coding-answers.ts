import type { CodingTable } from '../coding/coding-table';
import { codingTable } from '../coding/coding-table';
import { cohenKappa } from '../coding/cohen-kappa';
import { fleissKappa, fleissKappaGwet } from '../coding/fleiss-kappa';
import { gwetAc } from '../coding/gwet-ac';
import { krippendorffAlpha } from '../coding/krippendorff-alpha';
import type { SetItem } from '../coding/krippendorff-alpha-sets';
import { krippendorffAlphaSets } from '../coding/krippendorff-alpha-sets';
import { percentAgreement } from '../coding/percent-agreement';
import { scottPi } from '../coding/scott-pi';
import { setMeasures } from '../coding/set-distance';
import { levels } from '../coding/value-distance';
import type { Figure } from '../figure';
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
