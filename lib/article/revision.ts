import { createHash } from 'node:crypto';
import type { CleanUpChoice } from './article';
import type { CleanedText, DoneStep } from './clean-text';
import { cleanText } from './clean-text';
import { positionIndex } from './code-points';
import { detectLanguage } from './language';
import type { OffsetMap } from './offset-map';
import { blocksOf } from './segment';
import type { EncodedSegmentation } from './segmentation';
import { encodeSegmentation, segmentText } from './segmentation';

/** An immutable state of an article’s text, as stored. */
export type Revision = {
  text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  sha256: string;
  /** Length of the text in code points. */
  length: number;
  blocks: number;
  segmentation: EncodedSegmentation;
  /** The upload as received, in UTF-8. */
  raw: Uint8Array<ArrayBuffer>;
  cleanup: DoneStep[];
  offsetMap: OffsetMap;
};

/**
 * Cleans an uploaded text in the given language or, for null, in the detected one. With `none` it
 * stays to the character.
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

/**
 * A text ready to be locked: the upload, the resulting text, and the steps and offset map from one
 * to the other.
 */
type ReadyText = {
  raw: Uint8Array;
  text: string;
  steps: DoneStep[];
  map: OffsetMap;
  language: string;
};

/** Computes the revision of a text that is ready: hash, length, blocks, segmentation. */
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

/** Cleans an uploaded text and computes its revision. */
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
