import { Doc, XmlElement, XmlText } from 'yjs';
import { stateOf, documentOf, maxStateBytes } from '@/lib/live/shared-state';
import { Refusal, invalid } from '@/lib/refusal';
import { maxBlocks, maxTextBytes } from './article';
import { countBlocks } from './text-size';

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

/** A draft's document with its text. */
export type DraftText = { document: Doc; text: string };

const tooLarge = (what: string) =>
  new Refusal(
    'too-large',
    `${what} Nothing of it was kept; take something out, or part it into several articles.`,
  );

/** The text that states of one draft hold together; refuses what is no such state, and what is too large. */
export function draftText(...states: Uint8Array[]): DraftText {
  if (states.some(({ byteLength }) => byteLength > maxStateBytes))
    throw tooLarge('The text has been through more changes than can be kept.');
  const document = documentOf(...states);
  const text = document && textOfDocument(document);
  if (document === null || text === null)
    throw invalid('state', 'This is not the state of a draft’s text. Nothing was changed.');
  if (Buffer.byteLength(text, 'utf8') > maxTextBytes)
    throw tooLarge('The text is longer than 2 MiB in UTF-8.');
  if (countBlocks(text) > maxBlocks)
    throw tooLarge(`The text has more than ${maxBlocks.toLocaleString('en')} paragraphs.`);
  return { document, text };
}
