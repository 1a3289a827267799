import { Node, mergeAttributes, Extension } from '@tiptap/core';
import type { JSONContent, AnyExtension } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Heading } from '@tiptap/extension-heading';
import { Paragraph } from '@tiptap/extension-paragraph';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import type { ExampleKind } from './guidelines-content';
import { exampleKindOf, exampleKinds, isSafeAddress } from './guidelines-content';

const kindNames = Object.keys(exampleKinds) as ExampleKind[];

const bold = [{ type: 'bold' }];
const isBold = ({ marks }: JSONContent) => marks?.length === 1 && marks[0]?.type === 'bold';

/**
 * A quotation that begins with the bold prefix of an example, as an example node; null for any
 * other.
 */
function exampleOf(blocks: JSONContent[]): JSONContent | null {
  const [first, ...others] = blocks;
  const [head, next, ...rest] = first?.content ?? [];
  const kind = kindNames.find((name) => exampleKinds[name] === head?.text?.trim());
  if (first?.type !== 'paragraph' || head === undefined || kind === undefined || !isBold(head))
    return null;
  const firstInline =
    next?.type === 'text' ? { ...next, text: (next.text ?? '').trimStart() } : next;
  const content =
    firstInline === undefined || firstInline.text === '' ? rest : [firstInline, ...rest];
  const isEmpty = content.length === 0 && others.length > 0;
  const own = isEmpty ? others : [{ type: 'paragraph', content }, ...others];
  return { type: 'example', attrs: { kind }, content: own };
}

/** An example as the quotation that represents it in Markdown: `> **Good example.** …`. */
function quotationOf({ attrs, content = [] }: JSONContent): JSONContent {
  const head = { type: 'text', text: exampleKinds[exampleKindOf(attrs)], marks: bold };
  const [first, ...others] = content;
  const own =
    first?.type === 'paragraph' && (first.content ?? []).length > 0
      ? [
          { ...first, content: [head, { type: 'text', text: ' ' }, ...(first.content ?? [])] },
          ...others,
        ]
      : [
          { type: 'paragraph', content: [head] },
          ...(first?.type === 'paragraph' ? others : content),
        ];
  return { type: 'blockquote', content: own };
}

/** A quotation; in Markdown, one that begins with the prefix of an example becomes that example. */
const Quotation = Blockquote.extend({
  parseMarkdown: (token, helpers) => {
    const parse = helpers.parseBlockChildren ?? helpers.parseChildren;
    const blocks = parse(token.tokens ?? []);
    return exampleOf(blocks) ?? helpers.createNode('blockquote', undefined, blocks);
  },
});

/** An example: what to annotate, or what only looks like it. */
const Example = Node.create({
  name: 'example',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    kind: {
      default: 'good',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-example'),
      renderHTML: ({ kind }) => ({ 'data-example': exampleKindOf({ kind }) }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-example]' }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const label = exampleKinds[exampleKindOf(node.attrs)];
    return ['div', mergeAttributes(HTMLAttributes, { role: 'group', 'aria-label': label }), 0];
  },
  renderMarkdown: (node, helpers) => helpers.renderChildren([quotationOf(node)]),
});

/** Characters at the start of a line that Markdown would take for syntax. */
const lineStart = /^(?:[#+=-](?=[\s+=-]|$)|#{2,6}(?=\s|$)|(?:[|:][\s|:-]*)?-[\s|:-]*$|:[\s|:-]*-)/;

/** A line of Markdown, escaped so that it is no heading, list, rule or table. */
function plainLine(line: string): string {
  const text = line.replace(/^[ \t]+/, '');
  if (lineStart.test(text)) return `\\${text}`;
  return text.replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** A paragraph that is escaped in Markdown, so that its text stays text. */
const EscapedParagraph = Paragraph.extend({
  renderMarkdown(node, helpers, context) {
    const lines = (this.parent?.(node, helpers, context) ?? '').split('\n');
    return lines.map(plainLine).join('\n');
  },
});

/** A heading below those of the page: the first level is rendered as `h3`. */
const GuidelinesHeading = Heading.extend({
  renderHTML: ({ node, HTMLAttributes }) => {
    const level = Number(node.attrs.level) || 1;
    return [`h${Math.min(6, level + 2)}`, HTMLAttributes, 0];
  },
}).configure({ levels: [1, 2, 3, 4] });

/**
 * The Tiptap extensions of guidelines, in the editor and for Markdown, which can represent all of
 * them.
 */
export const guidelinesExtensions: AnyExtension[] = [
  StarterKit.configure({
    // The shared document has its own undo, one for each user.
    undoRedo: false,
    underline: false,
    paragraph: false,
    heading: false,
    blockquote: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (address) => isSafeAddress(address),
      shouldAutoLink: isSafeAddress,
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
    },
  }),
  EscapedParagraph,
  GuidelinesHeading,
  Quotation,
  Example,
  TableKit.configure({ table: { resizable: false, HTMLAttributes: {} } }),
];

/** Markdown syntax that guidelines do not support, which stays as plain text. */
export const guidelinesSyntax: AnyExtension[] = ['image', 'checkbox'].map((token) =>
  Extension.create({
    name: `${token}Words`,
    markdownTokenName: token,
    parseMarkdown: ({ raw = '' }, helpers) => helpers.createTextNode(raw),
  }),
);
