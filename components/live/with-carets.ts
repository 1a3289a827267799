import type { AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import type { SharedText, Writer } from './shared-text';
import classes from './shared-text.module.css';

/** A writer's caret: a line in their colour with their name. */
function caret(user: Record<string, unknown>): HTMLElement {
  const line = document.createElement('span');
  line.className = classes.caret ?? '';
  line.style.setProperty('--writer', String(user.color));
  line.dataset.caret = String(user.name);
  const name = document.createElement('span');
  name.className = classes.name ?? '';
  name.textContent = String(user.name);
  line.append('\u2060', name, '\u2060');
  return line;
}

/** The editor extensions of a shared text: the document, undo of the writer's own changes, and all carets. */
export function withCarets(sharedText: SharedText, me: Writer): AnyExtension[] {
  return [
    Collaboration.configure({ document: sharedText.document }),
    CollaborationCaret.configure({
      provider: { awareness: sharedText.awareness, document: sharedText.document },
      user: me,
      render: caret,
      selectionRender: (user) => ({
        style: `background-color: color-mix(in srgb, ${String(user.color)} 25%, transparent)`,
      }),
    }),
  ];
}
