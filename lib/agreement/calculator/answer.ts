import type { CaseCheck, ReferenceCase } from './reference-case';

/** What a check comes to: a number, or the parts of a result, or null and why. */
export type Answer =
  | { readonly value: number | Readonly<Record<string, unknown>>; readonly reason?: undefined }
  | { readonly value: null; readonly reason: string };

/** Answers a check of a case whose data is of the kind that its measures take; null: it has no such measure. */
export type Answering = (
  referenceCase: ReferenceCase,
  check: CaseCheck,
) => Answer | Promise<Answer> | null;

/** A parameter that is a word of the list; the first of the list where it is not given. Throws a RangeError at others. */
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

/** A parameter that is a number, or what holds where it is not given. Throws a RangeError at others. */
export function numberParameter({ params }: CaseCheck, name: string, otherwise: number): number {
  const given = params[name] ?? otherwise;
  if (typeof given !== 'number' || !Number.isFinite(given))
    throw new RangeError(`“${name}” must be a number`);
  return given;
}
