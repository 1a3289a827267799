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

/** A quotation that begins with the bold words of an example, as that example; null for any other. */
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

/** An example as the quotation that it is in Markdown: `> **Good example.** …`. */
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

/** A quotation; in Markdown one that begins with the words of an example is that example. */
export const Quotation = Blockquote.extend({
  parseMarkdown: (token, helpers) => {
    const parse = helpers.parseBlockChildren ?? helpers.parseChildren;
    const blocks = parse(token.tokens ?? []);
    return exampleOf(blocks) ?? helpers.createNode('blockquote', undefined, blocks);
  },
});

/** A marked example: what to mark, or what is near it. */
export const Example = Node.create({
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

/** Signs at the start of a line that would make it something else than words. */
const lineStart = /^(?:[#+=-](?=[\s+=-]|$)|#{2,6}(?=\s|$)|(?:[|:][\s|:-]*)?-[\s|:-]*$|:[\s|:-]*-)/;

/** A line of Markdown that cannot be taken for a heading, a list, a rule or a table. */
function plainLine(line: string): string {
  const text = line.replace(/^[ \t]+/, '');
  if (lineStart.test(text)) return `\\${text}`;
  return text.replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** A paragraph whose words stay words in Markdown, whatever they begin with. */
export const EscapedParagraph = Paragraph.extend({
  renderMarkdown(node, helpers, context) {
    const lines = (this.parent?.(node, helpers, context) ?? '').split('\n');
    return lines.map(plainLine).join('\n');
  },
});

/** A heading below those of the page: the first level is the page’s third. */
export const GuidelinesHeading = Heading.extend({
  renderHTML: ({ node, HTMLAttributes }) => {
    const level = Number(node.attrs.level) || 1;
    return [`h${Math.min(6, level + 2)}`, HTMLAttributes, 0];
  },
}).configure({ levels: [1, 2, 3, 4] });

/** What guidelines are made of, in the editor and in Markdown alike: all of it has a form in Markdown. */
export const guidelinesExtensions: AnyExtension[] = [
  StarterKit.configure({
    // Undoing is each person’s own, and belongs to the shared document.
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

/** What Markdown has and guidelines do not: it stays as it is written. */
export const guidelinesSyntax: AnyExtension[] = ['image', 'checkbox'].map((token) =>
  Extension.create({
    name: `${token}Words`,
    markdownTokenName: token,
    parseMarkdown: ({ raw = '' }, helpers) => helpers.createTextNode(raw),
  }),
);
