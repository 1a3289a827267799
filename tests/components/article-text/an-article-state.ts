import { blocksOf } from '@/lib/article/segment';
import { articleDocument, Paragraph } from '@/components/article-text/article-editor';
import { getSchema } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Text } from '@tiptap/extension-text';
import { EditorState } from '@tiptap/pm/state';
import type { Painted } from '@/components/article-text/painting';
import { Pieces, annotationMark } from '@/components/article-text/pieces';
import type { Annotation } from '@/lib/annotation/annotation';
import { quoteOf } from '@/lib/annotation/span';
import { marked } from '../../builders/marked';

const unseen = new Pieces({
  classOf: () => '',
  tagOf: () => '',
  nameOf: () => '',
  describe: () => '',
});

const schema = getSchema([Document, Paragraph, Text, annotationMark(unseen)]);

/** The marked spans of some prose as annotations, whose ids are `a0`, `a1`, … in text order. */
export function annotationsIn(prose: string): { text: string; annotations: Annotation[] } {
  const { text, spans } = marked(prose);
  const annotations = spans.map(({ label, segments }, at) => ({
    id: `a${at}`,
    layerId: '',
    label,
    segments,
    attributes: {},
    note: '',
    confidence: null,
    codebookVersion: 1,
    quote: quoteOf(text, segments),
    prefix: '',
    suffix: '',
    version: 1,
    createdAt: '',
    updatedAt: '',
  }));
  return { text, annotations };
}

/** The editor state of a text with annotations, as the page opens it. */
export function anArticleState(text: string, painted: readonly Painted[]): EditorState {
  const content = articleDocument(text, blocksOf(text), painted);
  return EditorState.create({ doc: schema.nodeFromJSON(content) });
}

/** The document's text with the ids of the marks on each piece, the outer first: `The {a0 loaded} …`. */
export function shown(state: EditorState): string {
  const paragraphs: string[] = [];
  state.doc.forEach((paragraph) => {
    let line = '';
    paragraph.forEach((piece) => {
      const ids = piece.marks.map(({ attrs }) => String(attrs.id)).join('+');
      line += ids === '' ? (piece.text ?? '') : `{${ids} ${piece.text ?? ''}}`;
    });
    paragraphs.push(line);
  });
  return paragraphs.join('\n');
}
