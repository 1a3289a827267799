import type { XmlFragment } from 'yjs';
import { Doc, XmlElement, XmlText, applyUpdate, encodeStateAsUpdate } from 'yjs';
import { findWholeDraft } from '@/lib/article/article-draft-store';
import { db } from '@/lib/db';

/** A writer of a shared text, like their editor. */
export type Writer = {
  document: Doc;
  text: XmlFragment;
  /** Inserts text into a paragraph at a position. */
  write(paragraph: number, at: number, words: string): void;
  /** Deletes characters of a paragraph. */
  take(paragraph: number, at: number, length: number): void;
  /** Adds a paragraph at the end. */
  append(words: string): void;
  receive(state: Uint8Array): void;
  state(): Uint8Array;
};

/** A writer who has opened a text in this state. */
export function aWriter(state?: Uint8Array): Writer {
  const document = new Doc();
  if (state !== undefined) applyUpdate(document, state);
  const text = document.getXmlFragment('default');
  const wordsOf = (paragraph: number) => {
    const element = text.get(paragraph) as XmlElement;
    if (element.length === 0) element.insert(0, [new XmlText()]);
    return element.get(0) as XmlText;
  };
  return {
    document,
    text,
    write: (paragraph, at, words) => wordsOf(paragraph).insert(at, words),
    take: (paragraph, at, length) => wordsOf(paragraph).delete(at, length),
    append(words) {
      const paragraph = new XmlElement('paragraph');
      paragraph.insert(0, [new XmlText(words)]);
      text.insert(text.length, [paragraph]);
    },
    receive: (other) => applyUpdate(document, other),
    state: () => encodeStateAsUpdate(document),
  };
}

/** A state that depends on an update that nobody has, in Base64. */
export const stateWithHole = (() => {
  const document = new Doc();
  const words = document.getText('default');
  words.insert(0, 'first');
  const before = new Doc();
  applyUpdate(before, encodeStateAsUpdate(document));
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  words.insert(5, ' second');
  return Buffer.from(updates[0] ?? []).toString('base64');
})();

/** A writer who has opened a draft as stored. */
export async function aDraftWriter(draftId: string): Promise<Writer> {
  const draft = await findWholeDraft(db(), draftId);
  if (draft === null) throw new Error('The draft is not there.');
  return aWriter(draft.state);
}
