import {
  cohenKappa,
  fleissKappa,
  fleissKappaGwet,
  scottPi,
  percentAgreement,
} from '@/lib/agreement/coding/kappa';
import { wordParameter, numberParameter } from './reference-case';
import type { CodingTable } from '@/lib/agreement/coding/coding-table';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { gwetAc } from '@/lib/agreement/coding/gwet-ac';
import { krippendorffAlpha, levels } from '@/lib/agreement/coding/krippendorff-alpha';
import type { SetItem } from '@/lib/agreement/coding/krippendorff-alpha-sets';
import { krippendorffAlphaSets, setMeasures } from '@/lib/agreement/coding/krippendorff-alpha-sets';
import type { Figure } from '@/lib/agreement/figure';
import { unknown } from '@/lib/agreement/figure';
import type { CaseCheck, InputOf, ReferenceCase, Answering, Answer } from './reference-case';
import { dawidSkene } from '@/lib/agreement/crowd/dawid-skene';
import { mace } from '@/lib/agreement/crowd/mace';
import { votesOf, votesOfItems } from '@/lib/agreement/crowd/votes';

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

/** Computes the measures of coded items: one value an item, or a set of labels. */
export const codingAnswers: Answering = ({ input }, check) => {
  if (input.kind === 'coding-sets' && check.measure === 'krippendorff_alpha_sets')
    return krippendorffAlphaSets(setItems(input), wordParameter(check, 'distance', setMeasures));
  const measure = measures[check.measure];
  if (input.kind !== 'coding' || measure === undefined) return null;
  return measure(codingTable(input.ratings), check);
};

const rows = (cells: Float64Array, width: number): number[][] =>
  Array.from({ length: cells.length / width }, (_, row) =>
    Array.from(cells.subarray(row * width, (row + 1) * width)),
  );

function dawidSkeneAnswer({ items, classes }: InputOf<'crowd'>, check: CaseCheck): Answer {
  wordParameter(check, 'init', ['vote-share']);
  const observers = [...new Set(items.flatMap((item) => Object.keys(item)))];
  const votes = votesOfItems(
    items.map((item) =>
      Object.entries(item).flatMap(([observer, values]) =>
        values.map((value) => ({ annotator: observers.indexOf(observer), value })),
      ),
    ),
    observers.length,
    classes,
  );
  if (votes.label.length === 0) return unknown('there are no votes');
  const result = dawidSkene(votes, {
    iterations: numberParameter(check, 'iterations', 100),
    tolerance: numberParameter(check, 'tol', 1e-6),
  });
  const k = classes.length;
  const tables = rows(result.errorRates, k);
  return {
    value: {
      priors: [...result.priors],
      logLikelihood: result.logLikelihood,
      labels: Array.from(result.labels, (label) => classes[label]),
      errorRates: Object.fromEntries(
        observers.map((observer, at) => [observer, tables.slice(at * k, (at + 1) * k)]),
      ),
      quality: Object.fromEntries(observers.map((observer, at) => [observer, result.quality[at]])),
      posteriors: rows(result.posteriors, k),
    },
  };
}

function maceAnswer({ input, gold }: ReferenceCase, check: CaseCheck): Answer | null {
  if (input.kind !== 'coding') return null;
  wordParameter(check, 'method', ['vb']);
  const init = wordParameter(check, 'init', ['restarts', 'uniform']);
  const votes = votesOf(codingTable(input.ratings));
  if (votes.label.length === 0) return unknown('there are no votes');
  const result = mace(votes, {
    iterations: numberParameter(check, 'iterations', 50),
    restarts: init === 'uniform' ? 0 : 9,
    alpha: numberParameter(check, 'alpha', 0.5),
    beta: numberParameter(check, 'beta', 0.5),
    strategyPrior: numberParameter(check, 'strategyPrior', 10),
  });
  const labels = Array.from(result.labels, (label) => votes.classes[label]);
  const goldItems = (gold ?? [])
    .map((value, item) => ({ value, item }))
    .filter(({ value }) => value !== null);
  const right = goldItems.filter(
    ({ value, item }) => String(labels[item]) === String(value),
  ).length;
  return {
    value: {
      competence: [...result.competence],
      labels,
      logMarginalLikelihood: result.logLikelihood,
      ...(goldItems.length > 0 && { accuracyAgainstGold: right / goldItems.length }),
    },
  };
}

/** Computes the models of annotators’ accuracy: Dawid–Skene and MACE. */
export const crowdAnswers: Answering = (referenceCase, check) => {
  const { input } = referenceCase;
  if (check.measure === 'mace') return maceAnswer(referenceCase, check);
  return check.measure === 'dawid_skene' && input.kind === 'crowd'
    ? dawidSkeneAnswer(input, check)
    : null;
};
