import type { JSONContent } from '@tiptap/core';
import type { Segment } from '@/lib/article/segment';
import { annotationMarkName } from './annotation-mark';
import type { Painted } from './painting';
import { outerFirst } from './painting';

type Border = { at: number; opens: boolean; rank: number };
type MarkContent = NonNullable<JSONContent['marks']>[number];

function bordersOf(painted: readonly Painted[]): Border[] {
  const borders = painted.flatMap(({ annotation }, rank) =>
    annotation.segments.flatMap(({ start, end }): Border[] => [
      { at: start, opens: true, rank },
      { at: end, opens: false, rank },
    ]),
  );
  return borders.sort((a, b) => a.at - b.at);
}

/**
 * The document of a text: one paragraph a block, blank ones too, with every mark in it from the
 * start. Setting marks one by one afterwards would build the paragraphs anew each time.
 */
export function articleDocument(
  text: string,
  blocks: readonly Segment[],
  painted: readonly Painted[],
): JSONContent {
  const sorted = painted.toSorted(outerFirst);
  const marks = sorted.map(({ attributes }): MarkContent => ({
    type: annotationMarkName,
    attrs: attributes,
  }));
  const borders = bordersOf(sorted);
  const open: number[] = [];
  let next = 0;

  const pass = (position: number): void => {
    for (let border = borders[next]; border && border.at <= position; border = borders[++next]) {
      const { opens, rank } = border;
      const found = open.findIndex((one) => one >= rank);
      const index = found === -1 ? open.length : found;
      open.splice(index, opens ? 0 : 1, ...(opens ? [rank] : []));
    }
  };

  const piecesOf = ({ start, end }: Segment): JSONContent[] => {
    const pieces: JSONContent[] = [];
    for (let at = start; at < end;) {
      pass(at);
      const until = Math.min(end, borders[next]?.at ?? end);
      const active = open.flatMap((rank) => marks[rank] ?? []);
      pieces.push({ type: 'text', text: text.slice(at, until), marks: active });
      at = until;
    }
    return pieces;
  };

  return {
    type: 'doc',
    content: blocks.map((block) => ({ type: 'paragraph', content: piecesOf(block) })),
  };
}
