import type { JSONContent } from '@tiptap/core';

const isBlank = ({ type, content = [] }: JSONContent): boolean =>
  type === 'paragraph' && content.length === 0;

/** What a document of guidelines says, without the blank paragraphs that Markdown does not hold on to. */
export function comparableContent({ content = [] }: JSONContent): string {
  return JSON.stringify(content.filter((part) => !isBlank(part)));
}
