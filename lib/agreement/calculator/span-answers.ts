import { characterCounts } from '@/lib/agreement/f1/character-counts';
import { exactCounts } from '@/lib/agreement/f1/exact-counts';
import type { Labelling, AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import { overlapCounts } from '@/lib/agreement/f1/overlap-counts';
import { partialCounts } from '@/lib/agreement/f1/partial-counts';
import type { SpanCounts } from '@/lib/agreement/f1/span-counts';
import { f1Of, sumCounts } from '@/lib/agreement/f1/span-counts';
import { tokenCounts } from '@/lib/agreement/f1/token-counts';
import type { TwoByTwo } from '@/lib/agreement/f1/two-by-two';
import { cohenKappaTwoByTwo, f1FromTwoByTwo } from '@/lib/agreement/f1/two-by-two';
import type { Figure } from '@/lib/agreement/figure';
import { known, unknown } from '@/lib/agreement/figure';
import { percentileBootstrap } from '@/lib/agreement/percentile-bootstrap';
import type { Answer, Answering } from './answer';
import { numberParameter } from './answer';
import type { CaseCheck, InputOf } from './reference-case';

type Document = InputOf<'spans'>['documents'][number];
type Count = (
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  by: Labelling,
) => SpanCounts;

const measures: Record<string, Count> = {
  f1_exact: exactCounts,
  f1_overlap: overlapCounts,
  f1_char: characterCounts,
  semeval_si: partialCounts,
};

function spansAnswer(documents: Document[], { measure, params }: CaseCheck): Answer | null {
  const labelling: Labelling = params.labels === true ? 'by label' : 'any label';
  if (measure === 'f1_token') {
    if (documents.some(({ tokens }) => tokens === undefined))
      return unknown('a document comes without its tokens');
    const counts = documents.map(({ a, b, tokens }) => tokenCounts(a, b, tokens ?? [], labelling));
    return { value: f1Of(sumCounts(counts)) };
  }
  const count = measures[measure];
  if (count === undefined) return null;
  if (measure === 'semeval_si' && params.merge === false)
    return unknown('without merging, a share of a span could exceed 1');
  return { value: f1Of(sumCounts(documents.map(({ a, b }) => count(a, b, labelling)))) };
}

function twoByTwoAnswer(tables: TwoByTwo[], check: CaseCheck): Answer | null {
  const table = tables[numberParameter(check, 'table', 0)];
  if (table === undefined) return unknown('there is no such table');
  if (check.measure === 'f1_from_2x2') return f1FromTwoByTwo(table);
  return check.measure === 'cohen_kappa_2x2' ? cohenKappaTwoByTwo(table) : null;
}

function bootstrapAnswer(input: InputOf<'bootstrap'>, check: CaseCheck): Answer | null {
  if (check.measure !== 'bootstrap_percentile_ci') return null;
  const counts = input.documents.map(({ tp, fp, fn }) => ({
    foundA: tp,
    ofA: tp + fp,
    foundB: tp,
    ofB: tp + fn,
  }));
  const figureOf = (chosen: ArrayLike<number>): Figure =>
    known(
      f1Of(sumCounts(Array.from(chosen, (at) => counts[at]).filter((one) => one !== undefined))).f1,
    );
  const level = numberParameter(check, 'level', 0.95);
  const { interval, reason } = percentileBootstrap(counts.length, figureOf, {
    level,
    resamples: input.resamples,
  });
  if (interval === null) return unknown(reason);
  const point = f1Of(sumCounts(counts)).f1;
  return { value: { point, lower: interval.low, upper: interval.high, mean: interval.mean } };
}

/** The measures of spans of two sides, of yes and no, and of a bootstrap whose draws are given. */
export const spanAnswers: Answering = ({ input }, check) => {
  if (input.kind === 'spans') return spansAnswer(input.documents, check);
  if (input.kind === '2x2') return twoByTwoAnswer(input.tables, check);
  return input.kind === 'bootstrap' ? bootstrapAnswer(input, check) : null;
};
