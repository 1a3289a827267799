import { expect, test } from '@jest/globals';
import { versionKey } from '@/lib/adjudication/decision/version-name';

test('each version has a key of its own', () => {
  const keys = [
    { annotationId: 'a', version: 1 },
    { annotationId: 'a', version: 11 },
    { annotationId: 'a1', version: 1 },
  ].map(versionKey);
  expect(new Set(keys).size).toBe(3);
});
