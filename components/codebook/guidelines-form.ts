import type { JSONContent } from '@tiptap/core';
import { getSchema } from '@tiptap/core';
import { MarkdownManager } from '@tiptap/markdown';
import { Node } from '@tiptap/pm/model';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import { Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { maxGuidelines } from '@/lib/codebook/codebook';
import type {
  GuidelinesDocument,
  GuidelinesWriting,
  MergedGuidelines,
  WrittenGuidelines,
} from '@/lib/codebook/guidelines';
import { guidelinesFault, plainGuidelines } from '@/lib/codebook/guidelines';
import {
  documentOf,
  isSameState,
  snapshotOf,
  maxStateBytes,
  stateOf,
} from '@/lib/live/shared-state';
import { Refusal, invalid } from '@/lib/refusal';
import { fitted } from './fit-to-schema';
import { isSafeAddress } from './guidelines-content';
import { guidelinesExtensions, guidelinesSyntax } from './guidelines-extensions';

/** Where in the shared document the guidelines are: what Tiptap takes when nothing else is said. */
const field = 'default';

const schema = getSchema(guidelinesExtensions);
const markdown = new MarkdownManager({
  extensions: [...guidelinesExtensions, ...guidelinesSyntax],
  // In plain text a line end is one, so it is in ours.
  markedOptions: { gfm: true, breaks: true },
});

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Without links that lead nowhere good, and in the form that the editor’s own documents have. */
function checked(content: JSONContent): JSONContent {
  const { marks, content: children, ...rest } = content;
  const safeMarks = marks?.filter(
    ({ type, attrs }) => type !== 'link' || isSafeAddress(String(attrs?.href)),
  );
  return {
    ...rest,
    ...(safeMarks === undefined || safeMarks.length === 0 ? {} : { marks: safeMarks }),
    ...(children === undefined ? {} : { content: children.map(checked) }),
  };
}

/**
 * The document of guidelines in Markdown; what nobody can read as Markdown, or what guidelines do not
 * have, such as pictures, stays as it is written. Its size is not bounded.
 */
export function guidelinesDocument(text: string): GuidelinesDocument {
  const document = fitted(checked(markdown.parse(text)), schema);
  try {
    Node.fromJSON(schema, document).check();
    return document;
  } catch {
    return plainGuidelines(text);
  }
}

/** The same within the bounds of guidelines; refuses what is beyond them. */
export function readGuidelines(text: string): GuidelinesDocument {
  const unreadable = 'They cannot be read as Markdown. Nothing was changed.';
  let document: GuidelinesDocument;
  try {
    document = guidelinesDocument(text);
  } catch (thrown) {
    // What stands too deep in each other to be read ends the stack.
    if (thrown instanceof RangeError) throw invalid('guidelines', unreadable);
    throw thrown;
  }
  const fault = guidelinesFault(document);
  if (fault !== null) throw invalid('guidelines', `${fault} Nothing was changed.`);
  return document;
}

/** Guidelines in Markdown, of their document. */
export function guidelinesMarkdown(document: JSONContent): string {
  const text = markdown.serialize(checked(document)).replace(control, '');
  return text.toWellFormed().replace(/^\n+|\s+$/g, '');
}

/** What the editor would show of a shared document; null where nothing can be shown of it. */
function nodeOf(document: Doc): Node | null {
  // On a copy: what two people did at once may not fit together, and reading takes such parts out.
  const copy = documentOf(stateOf(document));
  try {
    return copy && initProseMirrorDoc(copy.getXmlFragment(field), schema).doc;
  } catch {
    return null;
  }
}

/** What a shared document says, in Markdown; null where it is no document of the editor’s. */
export function markdownOf(document: Doc): string | null {
  const node = nodeOf(document);
  return node && guidelinesMarkdown(node.toJSON() as JSONContent);
}

function writeDocument(document: Doc, content: GuidelinesDocument): void {
  const fragment = document.getXmlFragment(field);
  const { meta } = initProseMirrorDoc(fragment, schema);
  const node = Node.fromJSON(schema, content);
  document.transact(() => updateYFragment(document, fragment, node, meta));
}

/** Makes a shared document say this, and leaves in it what stays the same. */
export function writeMarkdown(document: Doc, text: string): void {
  writeDocument(document, guidelinesDocument(text));
}

const notTheirs = 'This is not the state of guidelines. Nothing was changed.';

/** Writes guidelines over a shared document, as somebody’s hand would; refuses what is beyond the bounds. */
export function writeGuidelines({
  markdown: text,
  state,
  isPlain,
}: GuidelinesWriting): WrittenGuidelines {
  const content = isPlain === true ? plainGuidelines(text) : readGuidelines(text);
  const document = state === null ? new Doc() : documentOf(state);
  if (document === null) throw invalid('guidelinesState', notTheirs);
  const before = encodeStateVector(document);
  writeDocument(document, content);
  const update = new Uint8Array(encodeStateAsUpdate(document, before));
  return { document: content, state: stateOf(document), update };
}

const tooLarge = (what: string) =>
  new Refusal(
    'too-large',
    `${what} Nothing of the last changes was kept; please take something out.`,
  );

/** What states of one shared document hold together; refuses what is no such state, and what is too large. */
export function mergeGuidelines(states: readonly Uint8Array[]): MergedGuidelines {
  if (states.some(({ byteLength }) => byteLength > maxStateBytes))
    throw tooLarge('The guidelines have been through more changes than can be kept.');
  const document = documentOf(...states);
  const node = document && nodeOf(document);
  if (document === null || node === null) throw invalid('guidelinesState', notTheirs);
  // Attributes of nodes have no prototype, which does not cross to another process.
  const content = structuredClone(node.toJSON()) as GuidelinesDocument;
  const fault = guidelinesFault(content);
  if (fault !== null) throw tooLarge(fault);
  const markdownText = guidelinesMarkdown(content);
  if (markdownText.length > maxGuidelines)
    throw tooLarge(
      `The guidelines are longer than ${maxGuidelines.toLocaleString('en')} characters.`,
    );
  const [first] = states.slice(0, 1).map((state) => documentOf(state));
  return {
    markdown: markdownText,
    document: content,
    state: stateOf(document),
    snapshot: snapshotOf(document),
    isFirst: first !== undefined && first !== null && isSameState(first, document),
  };
}
