import { expect, test } from '@jest/globals';
import { versionedAnnotation } from '@/lib/adjudication/versioned-annotation';

test('tells what was said, and nothing of when', () => {
  const content = {
    id: 'a1',
    version: 2,
    label: 'l',
    segments: [{ start: 0, end: 5 }],
    attributes: {},
    note: 'So',
    confidence: null,
  };
  const times = { createdAt: 'then', updatedAt: 'later', codebookVersion: 1 };
  expect(versionedAnnotation({ ...content, ...times })).toEqual(content);
});
