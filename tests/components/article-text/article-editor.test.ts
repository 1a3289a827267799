import { blocksOf } from '@/lib/article/segment';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Painting } from '@/components/article-text/painting';
import { anArticleState, annotationsIn, shown } from './an-article-state';

function opened(prose: string) {
  const { text, annotations } = annotationsIn(prose);
  const painted = new Painting().take(annotations).flatMap(({ after }) => after ?? []);
  return { text, state: anArticleState(text, painted) };
}

test.each([
  ['nothing', 'The claim', 'The claim'],
  ['one mark', 'The [loaded|x] claim', 'The {a0 loaded} claim'],
  ['nested, the longer outside', '[The [loaded|x] claim|y]', '{a0 The }{a0+a1 loaded}{a0  claim}'],
  ['the same twice', '[[loaded|x]|y]', '{a0+a1 loaded}'],
  ['across paragraphs', 'a [b\n\nc|x] d', 'a {a0 b}\n\n{a0 c} d'],
  ['a split quote', '[“a”|q#1] said b, [“c”|q#1]', '{a0 “a”} said b, {a0 “c”}'],
  ['to the ends of blocks', '[a|x]\n[b|y]', '{a0 a}\n{a1 b}'],
  ['an empty text', '', ''],
])('%s', (_, prose, expected) => {
  expect(shown(opened(prose).state)).toBe(expected);
});

test('the document is the text to the character', () => {
  const text = '  two  spaces\tand a tab\n\n\u00a0no-break 👩‍👩‍👧\n';
  const { doc } = anArticleState(text, []);
  expect(doc.textBetween(0, doc.content.size, '\n')).toBe(text);
});

test('each character has exactly the marks that cover it', () => {
  const range = fc.tuple(fc.nat(18), fc.integer({ min: 1, max: 8 }));
  const text = 'one two\nthree\n\nfour five';
  const [template] = annotationsIn('[a|x]').annotations;
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), (ranges) => {
      const annotations = ranges.flatMap(([start, length], at) =>
        template ? [{ ...template, id: `a${at}`, segments: [{ start, end: start + length }] }] : [],
      );
      const painted = new Painting().take(annotations).flatMap(({ after }) => after ?? []);
      const { doc } = anArticleState(text, painted);
      for (const [number, block] of blocksOf(text).entries()) {
        let offset = block.start;
        doc.child(number).forEach((piece) => {
          for (const _ of piece.text ?? '') {
            const ids = piece.marks.map(({ attrs }) => String(attrs.id)).sort();
            const covering = annotations.filter(({ segments }) =>
              segments.some(({ start, end }) => start <= offset && offset < end),
            );
            expect(ids).toEqual(covering.map(({ id }) => id).sort());
            offset++;
          }
        });
        expect(offset).toBe(block.end);
      }
    }),
  );
});
