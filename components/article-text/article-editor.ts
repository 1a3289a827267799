import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Text } from '@tiptap/extension-text';
import type { Segment } from '@/lib/article/segment';
import { annotationMark } from './annotation-mark';
import { articleDocument } from './article-document';
import { Paragraph } from './article-paragraph';
import { FrozenText } from './frozen-text';
import type { Painted } from './painting';
import type { Pieces } from './pieces';

/** Texts from this length on are laid out only where they are in view. */
const longText = 20_000;

/** What the browser would do to a text of its own, switched off; what assistive technology is told. */
function attributesFor(text: string, language: string, readOnly: boolean): Record<string, string> {
  return {
    'aria-label': 'Article',
    lang: language,
    translate: 'no',
    ...(text.length >= longText ? { 'data-long': '' } : {}),
    ...(readOnly
      ? { role: 'article', contenteditable: 'false' }
      : {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-readonly': 'true',
          inputmode: 'none',
          spellcheck: 'false',
          autocorrect: 'off',
          autocapitalize: 'off',
          autocomplete: 'off',
          'data-gramm': 'false',
        }),
  };
}

/** The editor that shows a text with its marks, in `element`. Nothing but painting changes its document. */
export function openArticleEditor({
  element,
  text,
  blocks,
  painted,
  pieces,
  language,
  readOnly,
  copied,
}: {
  element: HTMLElement;
  text: string;
  blocks: readonly Segment[];
  painted: readonly Painted[];
  pieces: Pieces;
  language: string;
  readOnly: boolean;
  /** The bare text between two document positions. */
  copied: (from: number, to: number) => string;
}): Editor {
  return new Editor({
    element,
    injectCSS: false,
    editable: !readOnly,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: {
      clipboardTextSerializer: false,
      keymap: false,
      tabindex: false,
      drop: false,
      paste: false,
      delete: false,
      textDirection: false,
    },
    extensions: [Document, Paragraph, Text, annotationMark(pieces), FrozenText],
    content: articleDocument(text, blocks, painted),
    editorProps: {
      attributes: attributesFor(text, language, readOnly),
      clipboardTextSerializer: (_slice, { state }) =>
        copied(state.selection.from, state.selection.to),
      // A click chooses (ArticleView) and never selects a whole node.
      handleClick: () => true,
      scrollMargin: 96,
      scrollThreshold: 96,
    },
  });
}
