import type { Votes } from './votes';

/** The estimates of Dawid and Skene’s model. */
type DawidSkene = {
  /** By item: the probability of each class; `posteriors[item * classes + class]`. */
  readonly posteriors: Float64Array;
  /** By item: the index of the most probable class. */
  readonly labels: Int32Array;
  /** The prevalence of each class. */
  readonly priors: Float64Array;
  /**
   * `errorRates[(annotator * classes + true class) * classes + given class]`; all 0 for a class
   * without items.
   */
  readonly errorRates: Float64Array;
  /** By annotator: the probability of a correct vote, Σ_j p_j π_jj. */
  readonly quality: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
};

/**
 * When to stop: after `iterations`, or when all parameters together change by less than
 * `tolerance`.
 */
type DawidSkeneChoice = { readonly iterations?: number; readonly tolerance?: number };

function voteShares({ items, classes, start, label }: Votes): Float64Array {
  const k = classes.length;
  const posteriors = new Float64Array(items * k);
  for (let item = 0; item < items; item += 1) {
    const [from, to] = [start[item] ?? 0, start[item + 1] ?? 0];
    // Without votes all classes are equally probable.
    if (from === to) posteriors.fill(1 / k, item * k, (item + 1) * k);
    for (let vote = from; vote < to; vote += 1) {
      const cell = item * k + (label[vote] ?? 0);
      posteriors[cell] = (posteriors[cell] ?? 0) + 1 / (to - from);
    }
  }
  return posteriors;
}

function maximise(
  votes: Votes,
  posteriors: Float64Array,
  priors: Float64Array,
  rates: Float64Array,
) {
  const { items, classes, start, annotator, label } = votes;
  const k = classes.length;
  priors.fill(0);
  rates.fill(0);
  for (let item = 0; item < items; item += 1) {
    for (let j = 0; j < k; j += 1)
      priors[j] = (priors[j] ?? 0) + (posteriors[item * k + j] ?? 0) / items;
    for (let vote = start[item] ?? 0; vote < (start[item + 1] ?? 0); vote += 1) {
      const row = (annotator[vote] ?? 0) * k;
      for (let j = 0; j < k; j += 1) {
        const cell = (row + j) * k + (label[vote] ?? 0);
        rates[cell] = (rates[cell] ?? 0) + (posteriors[item * k + j] ?? 0);
      }
    }
  }
  for (let row = 0; row < rates.length; row += k) {
    let sum = 0;
    for (let l = 0; l < k; l += 1) sum += rates[row + l] ?? 0;
    if (sum > 0) for (let l = 0; l < k; l += 1) rates[row + l] = (rates[row + l] ?? 0) / sum;
  }
}

/**
 * Fills the posteriors and returns the log-likelihood; in logarithms, since products of many votes
 * underflow.
 */
function expect(votes: Votes, posteriors: Float64Array, priors: Float64Array, rates: Float64Array) {
  const { items, classes, start, annotator, label } = votes;
  const k = classes.length;
  const logPriors = priors.map(Math.log);
  const logRates = rates.map(Math.log);
  const logs = new Float64Array(k);
  let logLikelihood = 0;
  for (let item = 0; item < items; item += 1) {
    logs.set(logPriors);
    for (let vote = start[item] ?? 0; vote < (start[item + 1] ?? 0); vote += 1) {
      const cell = (annotator[vote] ?? 0) * k * k + (label[vote] ?? 0);
      for (let j = 0; j < k; j += 1) logs[j] = (logs[j] ?? 0) + (logRates[cell + j * k] ?? 0);
    }
    const max = Math.max(...logs);
    let sum = 0;
    for (let j = 0; j < k; j += 1) sum += Math.exp((logs[j] ?? 0) - max);
    for (let j = 0; j < k; j += 1) posteriors[item * k + j] = Math.exp((logs[j] ?? 0) - max) / sum;
    logLikelihood += max + Math.log(sum);
  }
  return logLikelihood;
}

const change = (from: Float64Array, to: Float64Array): number =>
  from.reduce((sum, value, at) => sum + Math.abs(value - (to[at] ?? 0)), 0);

/** The index of the greatest value of each row of `width`; the first where several are equal. */
export function likeliest(rows: Float64Array, width: number): Int32Array {
  return Int32Array.from({ length: rows.length / width }, (_, row) => {
    let best = 0;
    for (let j = 1; j < width; j += 1)
      if ((rows[row * width + j] ?? 0) > (rows[row * width + best] ?? 0)) best = j;
    return best;
  });
}

/**
 * Dawid & Skene 1979 (Applied Statistics 28:20–28): every annotator has a confusion matrix, every
 * item a true class; EM starting from the shares of the votes, which is deterministic. Reliable
 * from about 50 items an annotator and class.
 */
export function dawidSkene(
  votes: Votes,
  { iterations = 100, tolerance = 1e-6 }: DawidSkeneChoice = {},
): DawidSkene {
  const k = votes.classes.length;
  const posteriors = voteShares(votes);
  const priors = new Float64Array(k);
  const errorRates = new Float64Array(votes.annotators * k * k);
  let logLikelihood = Number.NEGATIVE_INFINITY;
  let round = 0;
  for (let hasConverged = false; round < iterations && !hasConverged; round += 1) {
    const [oldPriors, oldRates] = [priors.slice(), errorRates.slice()];
    maximise(votes, posteriors, priors, errorRates);
    logLikelihood = expect(votes, posteriors, priors, errorRates);
    hasConverged = change(oldPriors, priors) + change(oldRates, errorRates) < tolerance;
  }
  const quality = Float64Array.from({ length: votes.annotators }, (_, one) =>
    priors.reduce((sum, prior, j) => sum + prior * (errorRates[(one * k + j) * k + j] ?? 0), 0),
  );
  const labels = likeliest(posteriors, k);
  return { posteriors, labels, priors, errorRates, quality, logLikelihood, iterations: round };
}
