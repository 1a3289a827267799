import type { Doc } from 'yjs';

/**
 * How guidelines in Markdown and the shared document in which people write them lead to each other.
 * The editor knows; rooms of lib/ are given it, since the editor is not theirs.
 */
export type GuidelinesForm = {
  /** What a document says, in Markdown; null where it is no document of the editor’s. */
  markdownOf(document: Doc): string | null;
  /** Makes a document say this, and leaves in it what stays the same. */
  write(document: Doc, markdown: string): void;
};
