import { seededRandom } from '../seeded-random';
import { likeliest } from './dawid-skene';
import type { Votes } from './votes';

/**
 * ψ(x), the derivative of ln Γ, for x above 0, to 1e-12: by ψ(x) = ψ(x + 1) − 1/x up to 8, and from
 * there by its asymptotic series (Abramowitz & Stegun 6.3.18).
 */
export function digamma(x: number): number {
  let below = 0;
  let at = x;
  for (; at < 8; at += 1) below += 1 / at;
  const square = 1 / (at * at);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760))))));
  return Math.log(at) - 0.5 / at - series - below;
}

/** The estimates of MACE. */
type Mace = {
  /** By annotator: the weight of knowing the true label over guessing, 0 to 1. */
  readonly competence: Float64Array;
  /** By item: the probability of each class; `posteriors[item * classes + class]`. */
  readonly posteriors: Float64Array;
  /** By item: the index of the most probable class. */
  readonly labels: Int32Array;
  readonly logLikelihood: number;
};

/** Iterations, restarts and seed; the first start is always uniform. */
type MaceChoice = {
  readonly iterations?: number;
  readonly restarts?: number;
  readonly seed?: number;
  /** Beta prior of the weights of knowing and guessing. */
  readonly alpha?: number;
  readonly beta?: number;
  /** Dirichlet prior of each value that a guesser may choose. */
  readonly strategyPrior?: number;
};

/**
 * By annotator, θ: weights of knowing and guessing; by annotator and class, ξ: the distribution of
 * guesses.
 */
type Parameters = { know: Float64Array; guess: Float64Array; strategy: Float64Array };

function uniformStart({ annotators, classes }: Votes): Parameters {
  return {
    know: new Float64Array(annotators).fill(0.5),
    guess: new Float64Array(annotators).fill(0.5),
    strategy: new Float64Array(annotators * classes.length).fill(1 / classes.length),
  };
}

function randomStart(votes: Votes, uniform: () => number): Parameters {
  const k = votes.classes.length;
  const know = Float64Array.from({ length: votes.annotators }, () => 0.05 + 0.9 * uniform());
  const strategy = Float64Array.from({ length: votes.annotators * k }, () => 0.1 + uniform());
  for (let row = 0; row < strategy.length; row += k) {
    const sum = strategy.subarray(row, row + k).reduce((all, one) => all + one, 0);
    for (let l = row; l < row + k; l += 1) strategy[l] = (strategy[l] ?? 0) / sum;
  }
  return { know, guess: know.map((one) => 1 - one), strategy };
}

type Expected = { known: Float64Array; guessed: Float64Array; logLikelihood: number };

/**
 * Fills the posteriors and counts, by annotator and class, how often the label was known and how
 * often guessed.
 */
function expect(
  votes: Votes,
  { know, guess, strategy }: Parameters,
  posteriors: Float64Array,
): Expected {
  const { items, classes, start, annotator, label, weight } = votes;
  const k = classes.length;
  const guessing = strategy.map((xi, cell) => xi * (guess[Math.floor(cell / k)] ?? 0));
  const saying = guessing.map((one, cell) => one + (know[Math.floor(cell / k)] ?? 0));
  const logGuessing = guessing.map(Math.log);
  const gain = saying.map((one, cell) => Math.log(one) - (logGuessing[cell] ?? 0));
  const share = guessing.map((one, cell) => 1 - one / (saying[cell] ?? 1));
  const [known, guessed] = [
    new Float64Array(votes.annotators * k),
    new Float64Array(votes.annotators * k),
  ];
  const logs = new Float64Array(k);
  let logLikelihood = 0;
  for (let item = 0; item < items; item += 1) {
    const [from, to] = [start[item] ?? 0, start[item + 1] ?? 0];
    const times = weight?.[item] ?? 1;
    logs.fill(0);
    let all = -Math.log(k);
    for (let vote = from; vote < to; vote += 1) {
      const answer = label[vote] ?? 0;
      const cell = (annotator[vote] ?? 0) * k + answer;
      all += logGuessing[cell] ?? 0;
      logs[answer] = (logs[answer] ?? 0) + (gain[cell] ?? 0);
    }
    const max = Math.max(...logs);
    let sum = 0;
    for (let l = 0; l < k; l += 1) sum += Math.exp((logs[l] ?? 0) - max);
    for (let l = 0; l < k; l += 1) posteriors[item * k + l] = Math.exp((logs[l] ?? 0) - max) / sum;
    logLikelihood += times * (all + max + Math.log(sum));
    for (let vote = from; vote < to; vote += 1) {
      const answer = label[vote] ?? 0;
      const cell = (annotator[vote] ?? 0) * k + answer;
      // A vote for the true label was known, or guessed by chance; a vote for another label was
      // guessed.
      const knew = (posteriors[item * k + answer] ?? 0) * (share[cell] ?? 0);
      known[cell] = (known[cell] ?? 0) + times * knew;
      guessed[cell] = (guessed[cell] ?? 0) + times * (1 - knew);
    }
  }
  return { known, guessed, logLikelihood };
}

/**
 * The variational M-step: exp(ψ(count + prior) − ψ(sum)), which adds up to less than 1 by design.
 */
function maximise(
  { known, guessed }: Expected,
  into: Parameters,
  k: number,
  { alpha = 0.5, beta = 0.5, strategyPrior = 10 }: MaceChoice,
): void {
  for (let one = 0; one < into.know.length; one += 1) {
    let [knew, chose] = [0, 0];
    for (let cell = one * k; cell < (one + 1) * k; cell += 1) {
      knew += known[cell] ?? 0;
      chose += guessed[cell] ?? 0;
    }
    const all = digamma(knew + chose + alpha + beta);
    into.guess[one] = Math.exp(digamma(chose + alpha) - all);
    into.know[one] = Math.exp(digamma(knew + beta) - all);
    const strategies = digamma(chose + k * strategyPrior);
    for (let cell = one * k; cell < (one + 1) * k; cell += 1)
      into.strategy[cell] = Math.exp(digamma((guessed[cell] ?? 0) + strategyPrior) - strategies);
  }
}

function run(votes: Votes, parameters: Parameters, choice: MaceChoice): Mace {
  const k = votes.classes.length;
  const posteriors = new Float64Array(votes.items * k);
  let logLikelihood = 0;
  for (let round = 0; round < (choice.iterations ?? 50); round += 1) {
    const expected = expect(votes, parameters, posteriors);
    logLikelihood = expected.logLikelihood;
    maximise(expected, parameters, k, choice);
  }
  return {
    competence: parameters.know,
    posteriors,
    labels: likeliest(posteriors, k),
    logLikelihood,
  };
}

/**
 * MACE (Hovy, Berg-Kirkpatrick, Vaswani & Hovy 2013) by variational Bayes: an annotator knows a
 * label or guesses from a distribution of their own. Starts uniformly, then `restarts` times at
 * random from the seed, and returns the run with the highest likelihood. With fewer than about 50
 * items an annotator’s competence depends on the start: say so where it is shown.
 */
export function mace(votes: Votes, choice: MaceChoice = {}): Mace {
  let best = run(votes, uniformStart(votes), choice);
  const { uniform } = seededRandom(choice.seed ?? 1);
  for (let restart = 0; restart < (choice.restarts ?? 9); restart += 1) {
    const other = run(votes, randomStart(votes, uniform), choice);
    if (other.logLikelihood > best.logLikelihood) best = other;
  }
  return best;
}
