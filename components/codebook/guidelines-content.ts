import type { JSONContent } from '@tiptap/core';

/**
 * The kinds of example with their bold prefix in Markdown: what to annotate, and what only looks
 * like it.
 */
export const exampleKinds = { good: 'Good example.', 'near-miss': 'Near miss.' } as const;

/** The kind of an example. */
export type ExampleKind = keyof typeof exampleKinds;

/** The kind in the attributes of an example node; unknown ones count as good. */
export function exampleKindOf(attributes: Record<string, unknown> | undefined): ExampleKind {
  return attributes?.kind === 'near-miss' ? 'near-miss' : 'good';
}

/** Whether a link may have this address: only http, https and mailto are allowed. */
export function isSafeAddress(address: string | undefined | null): boolean {
  return typeof address === 'string' && /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)\S*$/i.test(address);
}

const isBlank = ({ type, content = [] }: JSONContent): boolean =>
  type === 'paragraph' && content.length === 0;

/**
 * A document of guidelines as comparable text, without the blank paragraphs that Markdown drops.
 */
export function comparableContent({ content = [] }: JSONContent): string {
  return JSON.stringify(content.filter((part) => !isBlank(part)));
}
