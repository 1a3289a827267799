import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withEdgeAt, withEdgeMoved } from '@/lib/annotation/span-edge';
import { segmentText } from '@/lib/article/segmentation';
import type { Segment } from '@/lib/article/segment';

/** Reads `The [loaded] claim`; several brackets are several segments. */
function read(prose: string): { text: string; span: Segment[] } {
  const span: Segment[] = [];
  let text = '';
  let start = 0;
  for (const sign of prose) {
    if (sign === '[') start = text.length;
    else if (sign === ']') span.push({ start, end: text.length });
    else text += sign;
  }
  return { text, span };
}

function write(text: string, span: readonly Segment[] | null): string | null {
  if (span === null) return null;
  return span.reduceRight(
    (shown, { start, end }) =>
      `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
    text,
  );
}

describe('withEdgeAt', () => {
  test.each([
    ['the end further', 'The [loaded] claim', 'end', 16, 'The [loaded claim]'],
    ['the end nearer', 'The [loaded claim]', 'end', 10, 'The [loaded] claim'],
    ['the start further', 'The [loaded] claim', 'start', 0, '[The loaded] claim'],
    ['the start nearer', 'The [loaded claim]', 'start', 11, 'The loaded [claim]'],
    ['white space is trimmed', 'The [loaded] claim', 'end', 11, 'The [loaded] claim'],
    ['past the other end', 'The [loaded] claim', 'end', 3, null],
    ['onto the other end', 'The [loaded] claim', 'end', 4, null],
    ['only white space left', 'a[ b]', 'end', 2, null],
    ['a segment that is passed falls away', '[one] two [three]', 'end', 6, '[one] two three'],
    ['into the first segment', '[one two] x [three]', 'end', 3, '[one] two x three'],
    ['a start that passes one', '[one] two [three]', 'start', 5, 'one two [three]'],
    ['no half of an emoji', 'a [b] 👩‍👩‍👧', 'end', 6, 'a [b 👩‍👩‍👧]'],
  ] as const)('%s', (_, before, edge, position, after) => {
    const { text, span } = read(before);
    expect(write(text, withEdgeAt(text, span, edge, position))).toBe(after);
  });
});

describe('withEdgeMoved', () => {
  test.each([
    ['one [two] three', 'end', 'forward', 'one [two three]'],
    ['one [two three]', 'end', 'back', 'one [two] three'],
    ['one [two] three', 'start', 'back', '[one two] three'],
    ['[one two] three', 'start', 'forward', 'one [two] three'],
    ['one [two] three', 'start', 'forward', null],
    ['one [two] three', 'end', 'back', null],
    ['one [two three]', 'end', 'forward', null],
    ['[one] two', 'start', 'back', null],
    ['He said [“go] now.”', 'end', 'forward', 'He said [“go now].”'],
    ['He said “[go now.”]', 'end', 'back', 'He said “[go now].”'],
    ['one [t]wo', 'end', 'forward', 'one [two]'],
    ['[one] two [three]', 'end', 'back', '[one] two three'],
    ['one\n[two]', 'start', 'back', '[one\ntwo]'],
    ['אחת [שתיים] שלוש', 'end', 'forward', 'אחת [שתיים שלוש]'],
  ] as const)('%s, %s %s', (before, edge, direction, after) => {
    const { text, span } = read(before);
    const { words } = segmentText(text, 'en');
    expect(write(text, withEdgeMoved(text, words, span, edge, direction))).toBe(after);
  });

  test('there and back again is where it was', () => {
    const text = 'Some words, “quoted” and not; 👍🏽 others too.';
    const { words } = segmentText(text, 'en');
    const word = fc.nat(words.length / 2 - 1);
    fc.assert(
      fc.property(word, word, fc.constantFrom('start', 'end'), (one, other, edge) => {
        const first = Math.min(one, other);
        const span = [
          { start: words[2 * first] ?? 0, end: words[2 * Math.max(one, other) + 1] ?? 0 },
        ];
        const outwards = edge === 'start' ? 'back' : 'forward';
        const moved = withEdgeMoved(text, words, span, edge, outwards);
        if (moved === null) return;
        const inwards = edge === 'start' ? 'forward' : 'back';
        expect(withEdgeMoved(text, words, moved, edge, inwards)).toEqual(span);
      }),
    );
  });
});
