import type { Computation } from '@/lib/compute/computation';
import type { GuidelinesDocument } from './guidelines-document';

/** Guidelines that are to be written: over a shared document (a Yjs update), or, for null, anew. */
export type GuidelinesWriting = {
  markdown: string;
  state: Uint8Array | null;
  /** Whether the text is taken as it is written and not as Markdown. */
  isPlain?: boolean;
};

/** Guidelines as they were written: in all their forms, and what changed in the shared document. */
export type WrittenGuidelines = {
  document: GuidelinesDocument;
  state: Uint8Array<ArrayBuffer>;
  update: Uint8Array<ArrayBuffer>;
};

/** What states of one shared document hold together. */
export type MergedGuidelines = {
  markdown: string;
  document: GuidelinesDocument;
  state: Uint8Array<ArrayBuffer>;
  /** How much the state holds (see `markOf`). */
  snapshot: Uint8Array;
  /** Whether they hold no more than the first of them does. */
  isFirst: boolean;
};

/**
 * How guidelines in Markdown, their document and the shared document in which people write them lead
 * to each other. The editor knows; rooms of lib/ are given it, since the editor is not theirs. All of
 * it is bounded and done by the pool, since a text of a few lines can take minutes to be read.
 */
export type GuidelinesForm = {
  /** @throws {Refusal} `invalid` where the Markdown is beyond the bounds of guidelines. */
  read: Computation<string, GuidelinesDocument>;
  /** @throws {Refusal} `invalid` where the Markdown is beyond the bounds of guidelines. */
  write: Computation<GuidelinesWriting, WrittenGuidelines>;
  /** @throws {Refusal} `invalid` for what is no state of guidelines, `too-large` for one that holds too much. */
  merge: Computation<Uint8Array[], MergedGuidelines>;
};
