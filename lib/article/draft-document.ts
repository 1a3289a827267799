import { Doc, XmlElement, XmlText } from 'yjs';
import { stateOf } from '@/lib/live/shared-state';

/** Where in the shared document the text is: what Tiptap takes when nothing else is said. */
export const draftField = 'default';

/** Who writes the first state: nobody, so that the same text is the same state. */
const nobody = 0;

/**
 * The first state of a text that people are to prepare together: a paragraph for each line. Only LF
 * parts lines, so that a CR stays where it is, as a character.
 */
export function stateOfText(text: string): Uint8Array<ArrayBuffer> {
  const document = new Doc();
  document.clientID = nobody;
  const paragraphs = text.split('\n').map((line) => {
    const paragraph = new XmlElement('paragraph');
    if (line !== '') paragraph.insert(0, [new XmlText(line)]);
    return paragraph;
  });
  document.getXmlFragment(draftField).insert(0, paragraphs);
  return stateOf(document);
}

/** The bare text of a paragraph's child; null where it is something else. */
function lineOf(child: unknown): string | null {
  if (!(child instanceof XmlText)) return null;
  const parts = child.toDelta() as { insert: unknown; attributes?: object }[];
  const isBare = parts.every(
    ({ insert, attributes }) => typeof insert === 'string' && attributes === undefined,
  );
  return isBare ? parts.map(({ insert }) => String(insert)).join('') : null;
}

/**
 * The text of a draft's document, its paragraphs joined by LF; null for a document that has anything
 * but paragraphs of bare text in it, which no page of ours makes.
 */
export function textOfDocument(document: Doc): string | null {
  const lines: string[] = [];
  for (const paragraph of document.getXmlFragment(draftField).toArray()) {
    if (!(paragraph instanceof XmlElement) || paragraph.nodeName !== 'paragraph') return null;
    const parts = paragraph.toArray().map(lineOf);
    if (parts.includes(null)) return null;
    lines.push(parts.join(''));
  }
  return lines.join('\n');
}
