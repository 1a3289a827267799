import { describe, expect, test } from '@jest/globals';
import {
  annotationVersionViewOf,
  versionKey,
} from '@/lib/adjudication/decision/annotation-version';
import { positionIndex } from '@/lib/article/code-points';

describe('version name', () => {
  test('each version has a key of its own', () => {
    const keys = [
      { annotationId: 'a', version: 1 },
      { annotationId: 'a', version: 11 },
      { annotationId: 'a1', version: 1 },
    ].map(versionKey);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('annotation version view', () => {
  test('gives the content of a version in the requested offset unit, and nothing else', () => {
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
});
