import type { Doc } from 'yjs';
import { documentOf, maxStateBytes } from '@/lib/live/shared-state';
import { Refusal, invalid } from '@/lib/refusal';
import { maxBlocks, maxTextBytes } from './article';
import { textOfDocument } from './draft-document';
import { countBlocks } from './text-size';

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
