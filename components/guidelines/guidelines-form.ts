import type { JSONContent } from '@tiptap/core';
import { getSchema } from '@tiptap/core';
import { MarkdownManager } from '@tiptap/markdown';
import { Node } from '@tiptap/pm/model';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';
import { documentOf, stateOf } from '@/lib/access/shared-state';
import type { GuidelinesForm } from '@/lib/codebook/guidelines-form';
import { guidelinesExtensions } from './guidelines-extensions';
import { isSafeAddress } from './safe-address';

/** Where in the shared document the guidelines are: what Tiptap takes when nothing else is said. */
const field = 'default';

const schema = getSchema(guidelinesExtensions);
const markdown = new MarkdownManager({
  extensions: guidelinesExtensions,
  // In plain text a line end is one, so it is in ours.
  markedOptions: { gfm: true, breaks: true },
});

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Without links that lead nowhere good, and in the form that the editor’s own documents have. */
function checked(content: JSONContent): JSONContent {
  const { marks, content: children, ...rest } = content;
  const kept = marks?.filter(
    ({ type, attrs }) => type !== 'link' || isSafeAddress(String(attrs?.href)),
  );
  return {
    ...rest,
    ...(kept === undefined || kept.length === 0 ? {} : { marks: kept }),
    ...(children === undefined ? {} : { content: children.map(checked) }),
  };
}

/** The document of guidelines in Markdown; what nobody can read as Markdown stays as it is written. */
export function guidelinesDocument(text: string): JSONContent {
  const parsed = checked(markdown.parse(text));
  const content = parsed.content ?? [];
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

/** Guidelines in Markdown, of their document. */
export function guidelinesMarkdown(document: JSONContent): string {
  const words = markdown.serialize(checked(document)).replace(control, '');
  return words.toWellFormed().replace(/^\n+|\s+$/g, '');
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

/** How guidelines in Markdown and their shared document lead to each other. */
export const guidelinesForm: GuidelinesForm = {
  markdownOf(document) {
    const node = nodeOf(document);
    return node && guidelinesMarkdown(node.toJSON() as JSONContent);
  },
  write(document, text) {
    const fragment = document.getXmlFragment(field);
    const { meta } = initProseMirrorDoc(fragment, schema);
    const node = Node.fromJSON(schema, guidelinesDocument(text));
    document.transact(() => updateYFragment(document, fragment, node, meta));
  },
};
