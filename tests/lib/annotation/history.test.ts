import { describe, expect, test } from '@jest/globals';
import { historyView, allEvents } from '@/lib/annotation/history';

describe('history', () => {
  test('a version says what it was, who made it so and when', () => {
    const id = '0199aaaa-0000-7000-8000-00000000000a';
    const version = {
      label: 'x',
      segments: [{ start: 0, end: 1 }],
      attributes: {},
      note: '',
      confidence: null,
      quote: 'a',
      codebookVersion: 1,
      version: 1,
      kind: 'put',
      by: { id, name: 'Ada' },
      at: '2026-11-24T09:15:39.123Z',
    };
    const page = { annotationId: id, layerId: id, offsetUnit: 'utf-16', nextCursor: null };
    expect(historyView.parse({ ...page, items: [version] }).items).toEqual([version]);
    const unknown = { ...version, kind: 'burn' };
    expect(historyView.safeParse({ ...page, items: [unknown] }).success).toBe(false);
  });
});

describe('layer moment', () => {
  test('is the largest event count that the database can hold', () => {
    expect(allEvents).toBe(2 ** 31 - 1);
  });
});
