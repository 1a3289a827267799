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

/** The field of the shared document with the guidelines: Tiptap's default. */
const field = 'default';

const schema = getSchema(guidelinesExtensions);
const markdown = new MarkdownManager({
  extensions: [...guidelinesExtensions, ...guidelinesSyntax],
  // A single line end is a line break.
  markedOptions: { gfm: true, breaks: true },
});

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * The content without unsafe links, with `marks` only where there are any, as in the editor’s
 * documents.
 */
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
 * Parses guidelines in Markdown; what cannot be parsed, or guidelines do not support, such as pictures,
 * stays plain text. Its size is not limited (see `readGuidelines`).
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

/**
 * Parses guidelines in Markdown within the bounds of guidelines.
 *
 * @throws {Refusal} `invalid` where they are beyond the bounds, or too deeply nested to be parsed.
 */
export function readGuidelines(text: string): GuidelinesDocument {
  const unreadable = 'They cannot be parsed as Markdown. Nothing was changed.';
  let document: GuidelinesDocument;
  try {
    document = guidelinesDocument(text);
  } catch (thrown) {
    // Content that is nested too deeply overflows the stack.
    if (thrown instanceof RangeError) throw invalid('guidelines', unreadable);
    throw thrown;
  }
  const fault = guidelinesFault(document);
  if (fault !== null) throw invalid('guidelines', `${fault} Nothing was changed.`);
  return document;
}

/** The Markdown of a guidelines document. */
export function guidelinesMarkdown(document: JSONContent): string {
  const text = markdown.serialize(checked(document)).replace(control, '');
  return text.toWellFormed().replace(/^\n+|\s+$/g, '');
}

/** The node that the editor would show of a shared document; null where it cannot show it. */
function nodeOf(document: Doc): Node | null {
  // On a copy, since concurrent edits may not fit together and reading deletes such parts.
  const copy = documentOf(stateOf(document));
  try {
    return copy && initProseMirrorDoc(copy.getXmlFragment(field), schema).doc;
  } catch {
    return null;
  }
}

/** The Markdown of a shared document; null where it is no guidelines document. */
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

/**
 * Replaces the content of a shared document by that of the Markdown; unchanged parts keep their
 * identity.
 */
export function writeMarkdown(document: Doc, text: string): void {
  writeDocument(document, guidelinesDocument(text));
}

const notGuidelines = 'This is not the state of guidelines. Nothing was changed.';

/**
 * Writes guidelines into a shared document as an edit, or into a new one.
 *
 * @throws {Refusal} `invalid` for guidelines beyond the bounds, or a `state` of something else.
 */
export function writeGuidelines({
  markdown: text,
  state,
  isPlain,
}: GuidelinesWriting): WrittenGuidelines {
  const content = isPlain === true ? plainGuidelines(text) : readGuidelines(text);
  const document = state === null ? new Doc() : documentOf(state);
  if (document === null) throw invalid('guidelinesState', notGuidelines);
  const before = encodeStateVector(document);
  writeDocument(document, content);
  const update = new Uint8Array(encodeStateAsUpdate(document, before));
  return { document: content, state: stateOf(document), update };
}

const tooLarge = (what: string) =>
  new Refusal('too-large', `${what} The last changes were not saved; please delete something.`);

/**
 * Merges states of one shared document.
 *
 * @throws {Refusal} `invalid` for what is no state of guidelines, `too-large` for one beyond the
 * bounds.
 */
export function mergeGuidelines(states: readonly Uint8Array[]): MergedGuidelines {
  if (states.some(({ byteLength }) => byteLength > maxStateBytes))
    throw tooLarge('The guidelines have a longer history of changes than can be stored.');
  const document = documentOf(...states);
  const node = document && nodeOf(document);
  if (document === null || node === null) throw invalid('guidelinesState', notGuidelines);
  // ProseMirror's attributes have no prototype, which cannot be sent to another process.
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
