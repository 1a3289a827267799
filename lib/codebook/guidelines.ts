import type { Computation } from '@/lib/compute/computation';

type Attributes = Record<string, string | number | boolean | null | number[]>;

/** A part of guidelines: what the editor calls a node. */
export type GuidelinesNode = {
  type: string;
  attrs?: Attributes;
  marks?: { type: string; attrs?: Attributes }[];
  content?: GuidelinesNode[];
  text?: string;
};

/** Guidelines as the editor and the reader have them; `type` is `doc`. It is stored beside their Markdown. */
export type GuidelinesDocument = GuidelinesNode;

/** The most nodes of guidelines, texts and line breaks among them: pages with more could not be shown. */
export const maxGuidelinesNodes = 10_000;

/** How deep quotations, lists, tables and texts in guidelines may stand in each other. */
export const maxGuidelinesDepth = 40;

/** Why a document is larger or deeper than guidelines may be, in a sentence; null where it is not. */
export function guidelinesFault(document: GuidelinesDocument): string | null {
  const open = [{ node: document, depth: 0 }];
  for (let nodes = 1; open.length > 0;) {
    const { node, depth } = open.pop() ?? { node: document, depth: 0 };
    const inside = node.content ?? [];
    nodes += inside.length;
    if (nodes > maxGuidelinesNodes)
      return `The guidelines have more than ${maxGuidelinesNodes.toLocaleString('en')} parts (paragraphs, list items, table cells, line breaks and differently formatted words).`;
    if (inside.length > 0 && depth === maxGuidelinesDepth)
      return `Lists or quotations in the guidelines stand more than ${maxGuidelinesDepth / 2} deep in each other.`;
    for (const one of inside) open.push({ node: one, depth: depth + 1 });
  }
  return null;
}

/** Guidelines that are shown as they are written, since they cannot be read as Markdown within bounds. */
export function plainGuidelines(text: string): GuidelinesDocument {
  const content = text === '' ? [] : [{ type: 'text', text }];
  return { type: 'doc', content: [{ type: 'codeBlock', attrs: { language: null }, content }] };
}

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
