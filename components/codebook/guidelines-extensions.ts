import type { AnyExtension } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { Example, GuidelinesHeading, Quotation, EscapedParagraph } from './guidelines-nodes';
import { isSafeAddress } from './safe-address';

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
