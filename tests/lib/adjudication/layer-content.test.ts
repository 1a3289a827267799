import { expect, test } from '@jest/globals';
import { contentMark } from '@/lib/adjudication/layer-content';

test('tells what was said, and nothing of when', () => {
  const said = {
    id: 'a1',
    version: 2,
    label: 'l',
    segments: [{ start: 0, end: 5 }],
    attributes: {},
    note: 'So',
    confidence: null,
  };
  const times = { createdAt: 'then', updatedAt: 'later', codebookVersion: 1 };
  expect(contentMark({ ...said, ...times })).toEqual(said);
});
