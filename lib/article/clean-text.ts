import type { Edit } from './edit';
import { applyEdits } from './edit';
import type { OffsetMap } from './offset-map';
import { compose, mapOfEdits } from './offset-map';
import { lineEnds } from './cleanup/line-ends';
import { spaces } from './cleanup/spaces';
import type { CleanUpContext, CleanUpStep, StepName } from './cleanup/step';

const steps: readonly CleanUpStep[] = [lineEnds, spaces];

/** A step that was done, and how many places it changed. */
export type DoneStep = { name: StepName; version: number; edits: number };

/** Which steps are off; those that are not named are done. */
export type Switches = Partial<Record<StepName, boolean>>;

/** A cleaned text, what was done to the raw one, and how positions moved from raw to cleaned. */
export type CleanedText = { text: string; steps: DoneStep[]; map: OffsetMap };

/**
 * Cleans a text by the named steps, in their order, each of which can be switched off. Quotation
 * marks stay as they are, and no character is normalized: what was written is what is quoted.
 */
export function cleanText(
  raw: string,
  { switches = {}, language }: { switches?: Switches } & CleanUpContext,
): CleanedText {
  let text = raw;
  let map: OffsetMap = [];
  const done: DoneStep[] = [];
  for (const step of steps) {
    if (switches[step.name] === false) continue;
    const edits: Edit[] = step.find(text, { language });
    text = applyEdits(text, edits);
    map = compose(map, mapOfEdits(edits));
    done.push({ name: step.name, version: step.version, edits: edits.length });
  }
  return { text, steps: done, map };
}
