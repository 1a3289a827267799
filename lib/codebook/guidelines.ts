import type { Computation } from '@/lib/compute/computation';

type Attributes = Record<string, string | number | boolean | null | number[]>;

/** A node of a guidelines document, in Tiptap's JSON form. */
export type GuidelinesNode = {
  type: string;
  attrs?: Attributes;
  marks?: { type: string; attrs?: Attributes }[];
  content?: GuidelinesNode[];
  text?: string;
};

/**
 * Parsed guidelines, as the editor and the page show them; `type` is `doc`. Stored beside the
 * Markdown.
 */
export type GuidelinesDocument = GuidelinesNode;

/**
 * The maximum number of nodes of guidelines, texts and line breaks included, which a page can still
 * show.
 */
export const maxGuidelinesNodes = 10_000;

/** The maximum depth of nested nodes in guidelines. */
export const maxGuidelinesDepth = 40;

/**
 * A sentence that says why a document is too large or too deep for guidelines; null where it is
 * not.
 */
export function guidelinesFault(document: GuidelinesDocument): string | null {
  const open = [{ node: document, depth: 0 }];
  for (let nodes = 1; open.length > 0;) {
    const { node, depth } = open.pop() ?? { node: document, depth: 0 };
    const inside = node.content ?? [];
    nodes += inside.length;
    if (nodes > maxGuidelinesNodes)
      return `The guidelines have more than ${maxGuidelinesNodes.toLocaleString('en')} parts (paragraphs, list items, table cells, line breaks and differently formatted words).`;
    if (inside.length > 0 && depth === maxGuidelinesDepth)
      return `Lists or quotations in the guidelines are nested more than ${maxGuidelinesDepth / 2} deep.`;
    for (const one of inside) open.push({ node: one, depth: depth + 1 });
  }
  return null;
}

/**
 * A document that shows guidelines as plain text, for those that cannot be parsed within the
 * bounds.
 */
export function plainGuidelines(text: string): GuidelinesDocument {
  const content = text === '' ? [] : [{ type: 'text', text }];
  return { type: 'doc', content: [{ type: 'codeBlock', attrs: { language: null }, content }] };
}

/**
 * Guidelines to be written over a shared document (`state`, a Yjs update), or into a new one
 * (null).
 */
export type GuidelinesWriting = {
  markdown: string;
  state: Uint8Array | null;
  /** Whether the text is plain text rather than Markdown. */
  isPlain?: boolean;
};

/** Written guidelines in all their forms, and the Yjs update that leads to `state`. */
export type WrittenGuidelines = {
  document: GuidelinesDocument;
  state: Uint8Array<ArrayBuffer>;
  update: Uint8Array<ArrayBuffer>;
};

/** The merged content of several states of one shared document. */
export type MergedGuidelines = {
  markdown: string;
  document: GuidelinesDocument;
  state: Uint8Array<ArrayBuffer>;
  /** The Yjs snapshot of `state` (see `snapshotOf`). */
  snapshot: Uint8Array;
  /** Whether the first state already contained all of it. */
  isFirst: boolean;
};

/**
 * Converts guidelines between Markdown, the parsed document and the shared Yjs document. The editor
 * implements it in `components/codebook`; functions of lib/ take it as an argument, since they may not
 * import the editor. All conversions run in the compute pool under a time limit, since a few lines of
 * Markdown can take minutes to parse.
 */
export type GuidelinesForm = {
  /** @throws {Refusal} `invalid` where the Markdown is beyond the bounds of guidelines. */
  read: Computation<string, GuidelinesDocument>;
  /** @throws {Refusal} `invalid` where the Markdown is beyond the bounds of guidelines. */
  write: Computation<GuidelinesWriting, WrittenGuidelines>;
  /**
   * @throws {Refusal} `invalid` for what is no state of guidelines, `too-large` for one beyond the
   * bounds.
   */
  merge: Computation<Uint8Array[], MergedGuidelines>;
};
