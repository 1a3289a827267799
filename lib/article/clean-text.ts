import {
  entities,
  invisibleCharacters,
  ligatures,
  softHyphens,
} from '@/lib/article/cleanup/characters';
import { decoration, lineEnds, spaces } from '@/lib/article/cleanup/lines';
import { lineBreaks } from './cleanup/line-breaks';
import { lineEndHyphens } from './cleanup/line-end-hyphens';
import { pageFurniture } from './cleanup/page-furniture';
import type { CleanUpContext, CleanUpStep, DoneStepName, Doubt, StepName } from './cleanup/step';
import { stepNames } from './cleanup/step';
import { wrongEncoding } from './cleanup/wrong-encoding';
import type { OffsetMap } from './offset-map';
import { compose, mapOfEdits, applyEdits } from './offset-map';

const steps: Record<StepName, CleanUpStep> = {
  'page-furniture': pageFurniture,
  'line-ends': lineEnds,
  'wrong-encoding': wrongEncoding,
  entities,
  ligatures,
  'invisible-characters': invisibleCharacters,
  'soft-hyphens': softHyphens,
  decoration,
  'line-end-hyphens': lineEndHyphens,
  'line-breaks': lineBreaks,
  spaces,
};

/** A clean-up step that ran, or edits by hand, with the number of edits. */
export type DoneStep<Name extends DoneStepName = DoneStepName> = {
  name: Name;
  version: number;
  edits: number;
};

/** Which steps are switched off; steps that are absent run. */
type Switches = Partial<Record<StepName, boolean>>;

/**
 * A cleaned text, the steps that ran, the offset map from the raw to the cleaned text, and doubts
 * that a person should check.
 */
export type CleanedText = {
  text: string;
  steps: DoneStep<StepName>[];
  map: OffsetMap;
  doubts: Doubt[];
};

/**
 * Cleans a text by the named steps in their order, except those switched off. Quotation marks are
 * kept and no character is normalized: what was written is what annotations quote.
 */
export function cleanText(
  raw: string,
  { switches = {}, language }: { switches?: Switches } & CleanUpContext,
): CleanedText {
  let text = raw;
  let map: OffsetMap = [];
  const done: DoneStep<StepName>[] = [];
  const doubts: Doubt[] = [];
  for (const name of stepNames) {
    if (switches[name] === false) continue;
    const step = steps[name];
    const { edits, doubts: left = [] } = step.find(text, { language });
    doubts.push(...left);
    text = applyEdits(text, edits);
    map = compose(map, mapOfEdits(edits));
    done.push({ name, version: step.version, edits: edits.length });
  }
  return { text, steps: done, map, doubts };
}
