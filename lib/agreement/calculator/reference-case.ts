import { z } from 'zod';
import { invalid } from '@/lib/refusal';

const value = z.union([z.string(), z.number()]);
const position = z.int();
const unit = z.object({
  annotator: z.string(),
  begin: position,
  end: position,
  category: z.string(),
});
const span = z.object({ begin: position, end: position, label: z.string().optional() });
const tableOf = <T extends z.ZodType>(cell: T) =>
  z.object({ raters: z.array(z.string()), ratings: z.array(z.array(z.nullable(cell))) });

const inputs = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('coding'), ...tableOf(value).shape }),
  z.object({ kind: z.literal('coding-sets'), ...tableOf(z.array(z.string())).shape }),
  z.object({
    kind: z.literal('unitizing'),
    begin: position.default(0),
    length: position,
    annotators: z.array(z.string()),
    units: z.array(unit),
  }),
  z.object({ kind: z.literal('continuum'), annotators: z.array(z.string()), units: z.array(unit) }),
  z.object({
    kind: z.literal('alignment'),
    annotators: z.array(z.string()),
    tuples: z.array(z.array(z.tuple([z.number(), z.number(), z.string()]).nullable())),
  }),
  z.object({ kind: z.literal('pairs') }),
  z.object({
    kind: z.literal('spans'),
    documents: z.array(
      z.object({
        a: z.array(span),
        b: z.array(span),
        tokens: z.array(z.tuple([position, position])).optional(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('crowd'),
    classes: z.array(value),
    items: z.array(z.record(z.string(), z.array(value))),
  }),
  z.object({
    kind: z.literal('bootstrap'),
    documents: z.array(z.object({ tp: z.number(), fp: z.number(), fn: z.number() })),
    resamples: z.array(z.array(position)),
  }),
  z.object({
    kind: z.literal('2x2'),
    tables: z.array(z.object({ a: z.number(), b: z.number(), c: z.number(), d: z.number() })),
  }),
]);

const check = z.looseObject({
  measure: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
});

const referenceCase = z.looseObject({
  schema: z.literal(1),
  id: z.string(),
  input: inputs,
  gold: z.array(z.nullable(value)).optional(),
  checks: z.array(check).default([]),
});

/**
 * Data with the figures that published examples and other programs give for it: `input` by kind,
 * and `checks`, each a measure with its parameters. Positions are half-open, in any one offset
 * unit.
 */
export type ReferenceCase = z.infer<typeof referenceCase>;
/** The data of a reference case. */
export type CaseInput = ReferenceCase['input'];
/** The data of a reference case of one kind. */
export type InputOf<Kind extends CaseInput['kind']> = Extract<CaseInput, { kind: Kind }>;
/** One check of a reference case: a measure and its parameters. */
export type CaseCheck = ReferenceCase['checks'][number];

type UnitizingInput = InputOf<'unitizing'> | InputOf<'continuum'>;

function unitFault(input: UnitizingInput): string | null {
  const known = new Set(input.annotators);
  for (const [at, { annotator, begin, end }] of input.units.entries()) {
    const which = `Unit ${at + 1} (${begin}–${end})`;
    if (!known.has(annotator))
      return `${which} is of “${annotator}”, who is not one of the annotators.`;
    if (end < begin) return `${which} ends before it starts.`;
    if (input.kind === 'continuum') continue;
    if (begin < input.begin || end > input.begin + input.length)
      return `${which} is beyond the text, which is ${input.begin}–${input.begin + input.length}.`;
  }
  return null;
}

/** What is wrong with the data of a well-formed case, as a sentence; null where nothing is. */
function dataFault(input: CaseInput): string | null {
  if (input.kind === 'unitizing' || input.kind === 'continuum') return unitFault(input);
  if (input.kind === 'spans') {
    const spans = input.documents.flatMap(({ a, b }) => [...a, ...b]);
    const turned = spans.find(({ begin, end }) => end < begin);
    return turned ? `A span (${turned.begin}–${turned.end}) ends before it starts.` : null;
  }
  if (input.kind === 'coding' || input.kind === 'coding-sets') {
    const { raters, ratings } = input;
    if (ratings.length !== raters.length)
      return `There are ${raters.length} raters, but rows for ${ratings.length}.`;
    const row = ratings.findIndex(({ length }) => length !== ratings[0]?.length);
    if (row !== -1)
      return `The row of “${raters[row]}” has ${ratings[row]?.length} items, that of “${raters[0]}” ${ratings[0]?.length}.`;
  }
  return null;
}

/** Parses a reference case from JSON. Throws a Refusal for other JSON and for impossible data. */
export function readReferenceCase(json: unknown): ReferenceCase {
  const read = referenceCase.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0];
    const path = issue?.path.join('.') ?? '';
    const where = path === '' ? '' : ` at ${path}`;
    throw invalid(path, `This is not a reference case${where}: ${issue?.message ?? 'unreadable'}.`);
  }
  const fault = dataFault(read.data.input);
  if (fault !== null) throw invalid('input', fault);
  return read.data;
}

/** The result of a check: a number, a structured result, or null with the reason. */
export type Answer =
  | { readonly value: number | Readonly<Record<string, unknown>>; readonly reason?: undefined }
  | { readonly value: null; readonly reason: string };

/**
 * Computes a check whose measure belongs to its family; null for a measure of another family or
 * kind of data.
 */
export type Answering = (
  referenceCase: ReferenceCase,
  check: CaseCheck,
) => Answer | Promise<Answer> | null;

/**
 * A parameter that is one of `words`; the first of them where it is not given. Throws a RangeError
 * for others.
 */
export function wordParameter<Word extends string>(
  { params }: CaseCheck,
  name: string,
  words: readonly [Word, ...Word[]] | readonly Word[],
): Word {
  const given = params[name];
  const word = given === undefined ? words[0] : words.find((one) => one === given);
  if (word === undefined) throw new RangeError(`“${name}” must be one of ${words.join(', ')}`);
  return word;
}

/** A numeric parameter, or `otherwise` where it is not given. Throws a RangeError for others. */
export function numberParameter({ params }: CaseCheck, name: string, otherwise: number): number {
  const given = params[name] ?? otherwise;
  if (typeof given !== 'number' || !Number.isFinite(given))
    throw new RangeError(`“${name}” must be a number`);
  return given;
}
