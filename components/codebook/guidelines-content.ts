import type { JSONContent } from '@tiptap/core';

/** What an example shows: what to mark, or what is near it and is not to be marked. */
export const exampleKinds = { good: 'Good example.', 'near-miss': 'Near miss.' } as const;

/** What an example shows. */
export type ExampleKind = keyof typeof exampleKinds;

/** Of which kind an example is that a document tells of; what is unknown counts as good. */
export function exampleKindOf(attributes: Record<string, unknown> | undefined): ExampleKind {
  return attributes?.kind === 'near-miss' ? 'near-miss' : 'good';
}

/** Whether a link may lead there: to a web page or to somebody’s mailbox, and nowhere else. */
export function isSafeAddress(address: string | undefined | null): boolean {
  return typeof address === 'string' && /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)\S*$/i.test(address);
}

const isBlank = ({ type, content = [] }: JSONContent): boolean =>
  type === 'paragraph' && content.length === 0;

/** What a document of guidelines says, without the blank paragraphs that Markdown does not hold on to. */
export function comparableContent({ content = [] }: JSONContent): string {
  return JSON.stringify(content.filter((part) => !isBlank(part)));
}
