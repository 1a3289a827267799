import { expect, test } from '@jest/globals';
import { annotationVersionViewOf } from '@/lib/adjudication/decision/annotation-version-view';
import { positionIndex } from '@/lib/article/code-points';

test('tells what a version says in the unit that is asked for, and nothing else', () => {
  const content = {
    label: 'l',
    segments: [{ start: 3, end: 9 }],
    attributes: { tone: 'harsh' },
    note: 'So',
    confidence: 0.5,
  };
  const name = { annotationId: 'a1', version: 2 };
  const index = positionIndex('😀 failed', 'code-point');
  const view = annotationVersionViewOf(
    name,
    { ...content, codebookVersion: 1 } as typeof content,
    index,
  );
  expect(view).toEqual({ ...name, ...content, segments: [{ start: 2, end: 8 }] });
});
