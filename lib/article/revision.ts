import { blocksOf } from './segment';
import { createHash } from 'node:crypto';
import type { CleanUpChoice } from './article';
import type { CleanedText, DoneStep } from './clean-text';
import { cleanText } from './clean-text';
import { positionIndex } from './code-points';
import { detectLanguage } from './language';
import type { OffsetMap } from './offset-map';
import type { EncodedSegmentation } from './segmentation';
import { encodeSegmentation, segmentText } from './segmentation';

/** One frozen state of an article's text, as it is stored. */
export type Revision = {
  text: string;
  /** Of the text in UTF-8, hexadecimal. */
  sha256: string;
  /** In code points. */
  length: number;
  blocks: number;
  segmentation: EncodedSegmentation;
  /** The text as it came, in UTF-8. */
  raw: Uint8Array<ArrayBuffer>;
  cleanup: DoneStep[];
  offsetMap: OffsetMap;
};

/**
 * Cleans a text as it came, in the language that is given or, for null, that is told from the text.
 * With `none` it stays to the character.
 */
export function prepare(
  raw: string,
  choice: CleanUpChoice,
  language: string | null,
): CleanedText & { language: string } {
  const tongue = language ?? detectLanguage(raw);
  if (choice === 'none') return { text: raw, steps: [], map: [], doubts: [], language: tongue };
  const switches = choice === 'standard' ? {} : choice.steps;
  return { ...cleanText(raw, { switches, language: tongue }), language: tongue };
}

/** A text that is ready to be frozen: as it came, as it has become, and what led from the one to the other. */
export type ReadyText = {
  raw: Uint8Array;
  text: string;
  steps: DoneStep[];
  map: OffsetMap;
  language: string;
};

/** Measures a text that is ready, for annotation. */
export function freezeReady({ raw, text, steps, map, language }: ReadyText): Revision {
  return {
    text,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    length: positionIndex(text, 'code-point').length,
    blocks: blocksOf(text).length,
    segmentation: encodeSegmentation(segmentText(text, language)),
    raw: new Uint8Array(raw),
    cleanup: steps,
    offsetMap: map,
  };
}

/** Prepares a text as it came and measures it, for annotation. */
export function freeze(
  raw: string,
  choice: CleanUpChoice,
  language: string | null,
): Revision & { language: string } {
  const prepared = prepare(raw, choice, language);
  return {
    language: prepared.language,
    ...freezeReady({ ...prepared, raw: Buffer.from(raw, 'utf8') }),
  };
}
