import { Extension } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Mention } from '@tiptap/extension-mention';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { SuggestionProps } from '@tiptap/suggestion';
import type { Person } from './mention-text';
import { documentOf, matchingPeople } from './mention-text';

/** The suggested people while a mention is typed; `command` inserts it. */
export type PeopleSuggested = SuggestionProps<Person, { id: string; label: string }>;

/** Plain text lines: pasted text keeps its line breaks, and Shift+Enter starts a line. */
const PlainLines = Extension.create({
  name: 'plainLines',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': ({ editor }) => editor.commands.splitBlock() };
  },
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    const clipboardTextParser = (body: string) => {
      const { content } = schema.nodeFromJSON(documentOf({ body, mentions: [] }));
      return new Slice(content, 1, 1);
    };
    return [new Plugin({ props: { clipboardTextParser } })];
  },
});

/**
 * The editor extensions of a comment: plain lines and mentions. After an @ people are suggested;
 * `onSuggest` is called with them, and with null once there are none. `onKey` is called with the keys
 * pressed meanwhile and returns true for those that it handled.
 */
export function commentExtensions({
  placeholder,
  people,
  onSuggest,
  onKey,
}: {
  placeholder: string;
  people: () => Promise<readonly Person[]>;
  onSuggest: (suggested: PeopleSuggested | null) => void;
  onKey: (event: KeyboardEvent, suggested: PeopleSuggested) => boolean;
}) {
  let suggested: PeopleSuggested | null = null;
  const suggest = (now: PeopleSuggested | null) => {
    suggested = now !== null && now.items.length > 0 ? now : null;
    onSuggest(suggested);
  };
  return [
    Document,
    Paragraph.configure({ HTMLAttributes: { dir: 'auto' } }),
    Text,
    PlainLines,
    UndoRedo,
    Placeholder.configure({ placeholder }),
    Mention.configure({
      deleteTriggerWithBackspace: true,
      suggestion: {
        allowSpaces: true,
        allowedPrefixes: [' ', '\u00a0', '(', '[', '/', '"', '“', '„', '«'],
        items: async ({ query }) => matchingPeople(query, await people().catch(() => [])),
        render: () => ({
          onStart: suggest,
          onUpdate: suggest,
          onExit: () => suggest(null),
          onKeyDown: ({ event }) => suggested !== null && onKey(event, suggested),
        }),
      },
    }),
  ];
}
