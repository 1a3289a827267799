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
