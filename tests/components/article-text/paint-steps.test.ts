import { blocksOf } from '@/lib/article/segment';
import { expect, test, describe } from '@jest/globals';
import type { Transaction } from '@tiptap/pm/state';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { frozenTextPlugin, painting, paintSteps } from '@/components/article-text/paint-steps';
import { documentPositions } from '@/components/article-text/text-layout';
import { Painting } from '@/components/article-text/painting';
import type { Annotation } from '@/lib/annotation/annotation';
import { anArticleState, annotationsIn, shown } from './an-article-state';

const { doc } = anArticleState('The claim\nis old', []);
const state = EditorState.create({ doc, plugins: [frozenTextPlugin()] });
const mark = state.schema.mark('annotation', { id: 'a', label: 'x' });

test.each<[string, (tr: Transaction) => Transaction]>([
  ['typing', (tr) => tr.insertText('x', 3)],
  ['deleting', (tr) => tr.delete(2, 4)],
  ['a new paragraph', (tr) => tr.split(4)],
  ['joining paragraphs', (tr) => tr.join(11)],
  ['pasting over all', (tr) => tr.replaceWith(0, doc.content.size, doc.child(0))],
  ['a mark without painting', (tr) => tr.addMark(2, 4, mark)],
  ['painting that would change the length', (tr) => tr.delete(2, 4).setMeta(painting, true)],
])('%s is dropped', (_, edit) => {
  expect(state.apply(edit(state.tr)).doc).toBe(doc);
});

test('painting and selecting are let through', () => {
  const painted = state.apply(state.tr.addMark(2, 4, mark).setMeta(painting, true));
  expect(painted.doc.rangeHasMark(2, 4, mark.type)).toBe(true);
  const selected = state.apply(state.tr.setSelection(TextSelection.create(doc, 2, 5)));
  expect(selected.selection.to).toBe(5);
});

const prose = '[The [loaded|x] claim|y] is\nold [news\nand|z] true';

/** Opens with some annotations, then paints others; returns what is shown then. */
function repainted(
  before: (all: Annotation[]) => Annotation[],
  after: (all: Annotation[]) => Annotation[],
) {
  const { text, annotations } = annotationsIn(prose);
  const painting = new Painting();
  const painted = painting.take(before(annotations)).flatMap((step) => step.after ?? []);
  const state = anArticleState(text, painted);
  const positions = documentPositions(blocksOf(text));
  const tr = paintSteps(state, painting.take(after(annotations)), painting, positions);
  return { state, next: state.apply(tr), text };
}

const all = (annotations: Annotation[]) => annotations;
const none = () => [];

describe('a repainted document equals one painted at once', () => {
  const whole = '{a0 The }{a0+a1 loaded}{a0  claim} is\nold {a2 news}\n{a2 and} true';
  test.each<[string, typeof all, typeof all, string]>([
    ['all at once', none, all, whole],
    ['the outer after the inner', (list) => list.slice(1), all, whole],
    ['the inner after the outer', (list) => list.filter(({ id }) => id !== 'a1'), all, whole],
    ['nothing', all, all, whole],
    ['all taken away', all, none, 'The loaded claim is\nold news\nand true'],
    [
      'one taken away',
      all,
      (list) => list.slice(1),
      'The {a1 loaded} claim is\nold {a2 news}\n{a2 and} true',
    ],
    [
      'resized',
      all,
      (list) =>
        list.map((one) => (one.id === 'a1' ? { ...one, segments: [{ start: 11, end: 19 }] } : one)),
      '{a0 The loaded }{a0+a1 claim}{a1  is}\nold {a2 news}\n{a2 and} true',
    ],
  ])('%s', (_, before, after, expected) => {
    const { next, text } = repainted(before, after);
    expect(shown(next)).toBe(expected);
    expect(next.doc.textBetween(0, next.doc.content.size, '\n')).toBe(text);
  });
});

test('a new label is on every piece', () => {
  const relabelled = (list: Annotation[]) =>
    list.map((one) => (one.id === 'a2' ? { ...one, label: 'other' } : one));
  const labels = new Set<unknown>();
  repainted(all, relabelled).next.doc.descendants(({ marks }) => {
    for (const { attrs } of marks) if (attrs.id === 'a2') labels.add(attrs.label);
  });
  expect([...labels]).toEqual(['other']);
});

test('the selection stays where it is, also inside what is painted', () => {
  const { text, annotations } = annotationsIn(prose);
  const painting = new Painting();
  const opened = anArticleState(text, []);
  const state = opened.apply(opened.tr.setSelection(TextSelection.create(opened.doc, 9, 3)));
  const positions = documentPositions(blocksOf(text));
  const { selection } = state.apply(
    paintSteps(state, painting.take(annotations), painting, positions),
  );
  expect([selection.anchor, selection.head]).toEqual([9, 3]);
});

test('paragraphs without a change are left as they are', () => {
  const { state, next } = repainted((list) => list.slice(1), all);
  expect(next.doc.child(0)).not.toBe(state.doc.child(0));
  expect(next.doc.child(1)).toBe(state.doc.child(1));
});
