import { codingTable } from '@/lib/agreement/coding/coding-table';
import { dawidSkene } from '@/lib/agreement/crowd/dawid-skene';
import { mace } from '@/lib/agreement/crowd/mace';
import { votesOf, votesOfItems } from '@/lib/agreement/crowd/votes';
import { unknown } from '@/lib/agreement/figure';
import type { Answer, Answering } from './answer';
import { numberParameter, wordParameter } from './answer';
import type { CaseCheck, InputOf, ReferenceCase } from './reference-case';

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
  if (votes.label.length === 0) return unknown('nobody said anything');
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
  if (votes.label.length === 0) return unknown('nobody said anything');
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

/** The models of what annotators know. */
export const crowdAnswers: Answering = (referenceCase, check) => {
  const { input } = referenceCase;
  if (check.measure === 'mace') return maceAnswer(referenceCase, check);
  return check.measure === 'dawid_skene' && input.kind === 'crowd'
    ? dawidSkeneAnswer(input, check)
    : null;
};
