import { expect, test } from '@jest/globals';
import { EditorState } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { frozenTextPlugin, painting } from '@/components/article-text/frozen-text';
import { anArticleState } from './an-article-state';

const { doc } = anArticleState('The claim\nis old', []);
const state = EditorState.create({ doc, plugins: [frozenTextPlugin()] });
const mark = state.schema.mark('annotation', { id: 'a', label: 'x' });

test.each<[string, (tr: Transaction) => Transaction]>([
  ['typing', (tr) => tr.insertText('x', 3)],
  ['deleting', (tr) => tr.delete(2, 4)],
  ['a new paragraph', (tr) => tr.split(4)],
  ['joining paragraphs', (tr) => tr.join(11)],
  ['pasting over all', (tr) => tr.replaceWith(0, doc.content.size, doc.child(0))],
  ['a mark that nobody painted', (tr) => tr.addMark(2, 4, mark)],
  ['painting that would change the length', (tr) => tr.delete(2, 4).setMeta(painting, true)],
])('%s comes to nothing', (_, edit) => {
  expect(state.apply(edit(state.tr)).doc).toBe(doc);
});

test('painting and selecting are let through', () => {
  const painted = state.apply(state.tr.addMark(2, 4, mark).setMeta(painting, true));
  expect(painted.doc.rangeHasMark(2, 4, mark.type)).toBe(true);
  const selected = state.apply(state.tr.setSelection(TextSelection.create(doc, 2, 5)));
  expect(selected.selection.to).toBe(5);
});
