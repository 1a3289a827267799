import type { JSONContent } from '@tiptap/core';
import { Node, Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Text } from '@tiptap/extension-text';
import type { Segment } from '@/lib/article/segment';
import type { Pieces } from './pieces';
import { annotationMarkName, annotationMark } from './pieces';
import type { Painted } from './painting';
import { outerFirst } from './painting';
import { FrozenText } from './paint-steps';

/** Characters per line, approximately; estimates the height of blocks that are not laid out. */
const lineLength = 68;

/** A block of the text, possibly blank. Its direction follows its text. */
export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'text*',
  selectable: false,
  renderHTML: ({ node }) => {
    const lines = Math.max(1, Math.ceil(node.content.size / lineLength));
    const blank = node.content.size === 0 ? { 'data-blank': '' } : {};
    return ['p', { dir: 'auto', style: `--lines:${lines}`, ...blank }, 0];
  },
});

type Border = { at: number; opens: boolean; rank: number };
type MarkContent = NonNullable<JSONContent['marks']>[number];

function bordersOf(painted: readonly Painted[]): Border[] {
  const borders = painted.flatMap(({ annotation }, rank) =>
    annotation.segments.flatMap(({ start, end }): Border[] => [
      { at: start, opens: true, rank },
      { at: end, opens: false, rank },
    ]),
  );
  return borders.sort((a, b) => a.at - b.at);
}

/**
 * The Tiptap document of a text: one paragraph per block, blank ones too, with all marks. Setting marks
 * one by one afterwards would rebuild the paragraphs each time.
 */
export function articleDocument(
  text: string,
  blocks: readonly Segment[],
  painted: readonly Painted[],
): JSONContent {
  const sorted = painted.toSorted(outerFirst);
  const marks = sorted.map(({ attributes }): MarkContent => ({
    type: annotationMarkName,
    attrs: attributes,
  }));
  const borders = bordersOf(sorted);
  const open: number[] = [];
  let next = 0;

  const pass = (position: number): void => {
    for (let border = borders[next]; border && border.at <= position; border = borders[++next]) {
      const { opens, rank } = border;
      const found = open.findIndex((one) => one >= rank);
      const index = found === -1 ? open.length : found;
      open.splice(index, opens ? 0 : 1, ...(opens ? [rank] : []));
    }
  };

  const piecesOf = ({ start, end }: Segment): JSONContent[] => {
    const pieces: JSONContent[] = [];
    for (let at = start; at < end;) {
      pass(at);
      const until = Math.min(end, borders[next]?.at ?? end);
      const active = open.flatMap((rank) => marks[rank] ?? []);
      pieces.push({ type: 'text', text: text.slice(at, until), marks: active });
      at = until;
    }
    return pieces;
  };

  return {
    type: 'doc',
    content: blocks.map((block) => ({ type: 'paragraph', content: piecesOf(block) })),
  };
}

/** From this length on, in UTF-16 code units, a text is laid out only where it is in view. */
const longText = 20_000;

/** The attributes of the editor's element: accessibility, and the browser's text services switched off. */
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

/** Opens the editor that shows a text with its marks in `element`. Only painting changes its document. */
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
  /** The plain text between two document positions, for the clipboard. */
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
