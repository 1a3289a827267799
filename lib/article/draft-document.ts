import { Doc, XmlElement, XmlText } from 'yjs';
import { stateOf, documentOf, maxStateBytes } from '@/lib/live/shared-state';
import { Refusal, invalid } from '@/lib/refusal';
import { maxBlocks, maxTextBytes } from './article';
import { countBlocks } from './text-size';

/** Name of the shared document’s field with the text: Tiptap’s default. */
const draftField = 'default';

/** Client id of the first state: a fixed one, so that equal texts have equal states. */
const nobody = 0;

/**
 * The first Yjs state of a text to be edited together: a paragraph for each line. Only LF separates
 * lines; a CR stays as a character.
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

/** The plain text of a paragraph’s child; null for anything else. */
function lineOf(child: unknown): string | null {
  if (!(child instanceof XmlText)) return null;
  const parts = child.toDelta() as { insert: unknown; attributes?: object }[];
  const isBare = parts.every(
    ({ insert, attributes }) => typeof insert === 'string' && attributes === undefined,
  );
  return isBare ? parts.map(({ insert }) => String(insert)).join('') : null;
}

/**
 * The text of a draft’s document, its paragraphs joined by LF; null for a document with anything
 * but paragraphs of plain text, which the editor never makes.
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

/** A draft’s document with its text. */
type DraftText = { document: Doc; text: string };

const tooLarge = (what: string) =>
  new Refusal(
    'too-large',
    `${what} Nothing was saved; shorten it, or split it into several articles.`,
  );

/**
 * Merges states of one draft and returns the document with its text.
 *
 * @throws {Refusal} `invalid` where a state is not that of a draft’s text, `too-large` where the
 * text exceeds the limits of articles.
 */
export function draftText(...states: Uint8Array[]): DraftText {
  if (states.some(({ byteLength }) => byteLength > maxStateBytes))
    throw tooLarge('The text has more changes than can be stored.');
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
