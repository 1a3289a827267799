import { numberParameter, wordParameter } from './reference-case';
import { z } from 'zod';
import type { Figure } from '@/lib/agreement/figure';
import { known, unknown } from '@/lib/agreement/figure';
import type { Alignment } from '@/lib/agreement/gamma/alignment';
import { alignmentDisorder, bestAlignment } from '@/lib/agreement/gamma/alignment';
import type { Dissimilarity } from '@/lib/agreement/gamma/dissimilarity';
import { positionalDissimilarity } from '@/lib/agreement/gamma/dissimilarity';
import { gamma, samplers } from '@/lib/agreement/gamma/gamma';
import { catDisorder, catDisorderFigure, catVariants } from '@/lib/agreement/gamma/gamma-cat';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import type { CaseCheck, InputOf, Answering } from './reference-case';

const continuum = z.object({
  annotators: z.array(z.string()),
  units: z.array(
    z.object({ annotator: z.string(), begin: z.number(), end: z.number(), category: z.string() }),
  ),
});
const range = z.tuple([z.number(), z.number()]);

/**
 * A parameter parsed by a schema; undefined where it is not given. Throws a RangeError where it
 * does not match.
 */
function parameter<T extends z.ZodType>(given: unknown, form: T, name: string) {
  const read = form.optional().safeParse(given);
  if (!read.success) throw new RangeError(`“${name}” is not of its form`);
  return read.data;
}

const labelsOf = ({ params }: CaseCheck, used: readonly string[]): string[] =>
  parameter(params.categories, z.array(z.string()), 'categories') ?? [...new Set(used)].toSorted();

const dissimilarityOf = (check: CaseCheck): Dissimilarity => ({
  positional: numberParameter(check, 'alpha', 1),
  categorical: numberParameter(check, 'beta', 1),
  empty: numberParameter(check, 'deltaEmpty', 1),
  labels: parameter(
    check.params.categoricalMatrix,
    z.array(z.array(z.number())),
    'categoricalMatrix',
  ),
});

/**
 * The continuum of the case or of the check itself, from its first begin to its last end, since no
 * length is given.
 */
function documentOf(input: InputOf<'continuum'>, check: CaseCheck): AnnotatedDocument {
  const given = parameter(check.params.continuum, continuum, 'continuum') ?? input;
  const labels = labelsOf(
    check,
    given.units.map(({ category }) => category),
  );
  const from = given.units.reduce((least, { begin }) => Math.min(least, begin), Infinity);
  const units = given.units.map(({ annotator, begin, end, category }) => ({
    annotator: given.annotators.indexOf(annotator),
    begin: begin - from,
    end: end - from,
    label: labels.indexOf(category),
  }));
  const length = units.reduce((max, { end }) => Math.max(max, end), 0);
  return { length, annotators: given.annotators.length, units };
}

async function observedDisorder(document: AnnotatedDocument, by: Dissimilarity): Promise<Figure> {
  if (document.annotators < 2) return unknown('there is one annotator only');
  if (document.units.length === 0) return unknown('nobody annotated anything');
  const alignment = await bestAlignment(document, by);
  if (alignment === null) return unknown('there are too many ways to align these units exactly');
  const { sum, mean } = alignmentDisorder(alignment, document.annotators, by);
  return mean === 0 ? unknown('nobody annotated anything') : known(sum / mean);
}

async function gammaFigure(document: AnnotatedDocument, check: CaseCheck): Promise<Figure> {
  const found = await gamma([document], {
    dissimilarity: dissimilarityOf(check),
    sampler: wordParameter(check, 'sampler', samplers),
    samples: numberParameter(check, 'samples', 30),
    precision:
      check.params.precision === undefined ? null : numberParameter(check, 'precision', 0.02),
    seed: numberParameter(check, 'seed', 1),
  });
  return found.gamma;
}

/** The disorder of labels in the given alignment; of one label where the check names one. */
function givenDisorder({ tuples }: InputOf<'alignment'>, check: CaseCheck): Figure {
  const used = tuples.flat().flatMap((unit) => (unit === null ? [] : [unit[2]]));
  const labels = labelsOf(check, used);
  const alignment: Alignment = tuples.map((tuple) =>
    tuple.map((unit, annotator) => {
      if (unit === null) return null;
      const [begin, end, category] = unit;
      return { annotator, begin, end, label: labels.indexOf(category) };
    }),
  );
  const { category } = check.params;
  const label = category === undefined ? undefined : labels.findIndex((one) => one === category);
  const variant = wordParameter(check, 'variant', catVariants);
  return catDisorderFigure(catDisorder(alignment, dissimilarityOf(check), label, variant));
}

/** The positional dissimilarity of two units given by the check, [[begin, end], [begin, end]]. */
function pairDissimilarity(check: CaseCheck): Figure {
  const pair = parameter(check.inputPair, z.tuple([range, range]), 'inputPair');
  if (pair === undefined) return unknown('the check gives no pair of positions');
  const [one, other] = pair.map(([begin, end]) => ({ begin, end }));
  if (!one || !other || one.begin >= one.end || other.begin >= other.end)
    return unknown('a span without length has no dissimilarity');
  return known(positionalDissimilarity(one, other, numberParameter(check, 'deltaEmpty', 1)));
}

/** Computes γ and its parts: alignments and their disorder. */
export const gammaAnswers: Answering = ({ input }, check) => {
  const { measure } = check;
  if (input.kind === 'pairs')
    return measure === 'gamma_positional_dissimilarity' ? pairDissimilarity(check) : null;
  if (input.kind === 'alignment')
    return measure === 'gamma_cat_disorder' ? givenDisorder(input, check) : null;
  if (input.kind !== 'continuum') return null;
  if (measure === 'gamma') return gammaFigure(documentOf(input, check), check);
  return measure === 'gamma_observed_disorder'
    ? observedDisorder(documentOf(input, check), dissimilarityOf(check))
    : null;
};
