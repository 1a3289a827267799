import type { Segment } from './segment';

/** A replacement of `[start, end)` of a text by `text`; either may be empty. */
export type Edit = Segment & { text: string };

/** Applies edits, which are ascending and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/**
 * The edits that replace each match of a pattern (with the flag g) by the result of `by`; null
 * leaves the match as it is.
 */
export function editsOf(
  text: string,
  pattern: RegExp,
  by: (match: RegExpExecArray) => string | null,
): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const replacement = by(match);
    if (replacement === null || replacement === match[0]) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, text: replacement });
  }
  return edits;
}
