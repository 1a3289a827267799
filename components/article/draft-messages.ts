import { handEdits } from '@/lib/article/hand-edits';
import type { Node } from '@tiptap/pm/model';

/** The text of an editor’s document: its blocks, joined by LF. */
export function textOfEditor(doc: Node): string {
  return doc.textBetween(0, doc.content.size, '\n');
}

/**
 * What somebody has written that is not in a text as it was frozen: each piece with the words around
 * it, so that it can be found and copied; empty where all of it is in.
 */
export function leftOut(frozen: string, mine: string): string {
  const around = 40;
  const pieces: string[] = [];
  let shift = 0;
  for (const { start, end, text } of handEdits(frozen, mine)) {
    const at = start + shift;
    shift += text.length - (end - start);
    if (text.trim() === '') continue;
    const before =
      mine
        .slice(Math.max(0, at - around), at)
        .split('\n')
        .at(-1) ?? '';
    const after = mine.slice(at + text.length, at + text.length + around).split('\n')[0] ?? '';
    pieces.push(`${before}${text}${after}`.trim().toWellFormed());
  }
  return pieces.join('\n\n');
}
