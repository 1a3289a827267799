import { describe, expect, test } from '@jest/globals';
import { annotationId, annotationInput, contentOf, instantOf } from '@/lib/annotation/annotation';

describe('annotation', () => {
  const least = { label: 'loaded_framing', segments: [{ start: 0, end: 3 }] };

  describe('annotationInput', () => {
    test('fills in what was not sent', () => {
      expect(annotationInput.parse(least)).toEqual({
        ...least,
        attributes: {},
        note: '',
        confidence: null,
        offsetUnit: 'code-point',
      });
    });

    test.each([
      ['an empty label', { label: '' }, 'label'],
      ['a label with a NUL', { label: 'a\u0000' }, 'label'],
      ['a position that is no number', { segments: [{ start: '0', end: 3 }] }, 'segments.0.start'],
      [
        'a position beyond exact numbers',
        { segments: [{ start: 0, end: 2 ** 60 }] },
        'segments.0.end',
      ],
      ['too many segments', { segments: Array(1001).fill({ start: 0, end: 1 }) }, 'segments'],
      ['a unit that is none', { offsetUnit: 'byte' }, 'offsetUnit'],
      ['a note with a control character', { note: 'a\u0007' }, 'note'],
      ['a note that is too long', { note: 'x'.repeat(10_001) }, 'note'],
      ['an attribute that is too long', { attributes: { a: 'x'.repeat(2001) } }, 'attributes.a'],
      ['an attribute that is null', { attributes: { a: null } }, 'attributes.a'],
      [
        'too many attributes',
        { attributes: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`a${n}`, n])) },
        'attributes',
      ],
      ['a confidence below 0', { confidence: -0.1 }, 'confidence'],
      ['a confidence in words', { confidence: 'high' }, 'confidence'],
      ['a field that there is not', { color: '#fff' }, ''],
    ])('refuses %s', (_, more, path) => {
      const read = annotationInput.safeParse({ ...least, ...more });
      expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
    });

    test('names of any prototype are only names', () => {
      const sent = JSON.parse(
        '{"label":"x","segments":[{"start":0,"end":1}],"attributes":{"constructor":1}}',
      ) as object;
      expect(annotationInput.parse(sent).attributes).toEqual({ constructor: 1 });
    });
  });

  test('an id is in lower case, as the database writes it', () => {
    const id = '0199AAAA-0000-7000-8000-00000000000A';
    expect(annotationId.parse(id)).toBe(id.toLowerCase());
  });
});

describe('stored content', () => {
  test.each([
    ['2026-11-24T09:15:39.123+00:00', '2026-11-24T09:15:39.123Z'],
    ['2026-11-24T09:15:39.1+00:00', '2026-11-24T09:15:39.100Z'],
    ['2026-11-24T09:15:39+00:00', '2026-11-24T09:15:39.000Z'],
    ['2026-11-24T10:15:39.12+01:00', '2026-11-24T09:15:39.120Z'],
    ['2026-11-24T03:45:39-05:30', '2026-11-24T09:15:39.000Z'],
  ])('%s is %s', (written, instant) => {
    expect(instantOf(written)).toBe(instant);
  });

  test('content has none of the row’s other fields', () => {
    const stored = {
      label: 'x',
      segments: [[0, 2]] as [number, number][],
      attributes: { a: 1 },
      note: '',
      confidence: null,
      codebookVersion: 1,
    };
    const row = { ...stored, start: 0 };
    expect(contentOf(row)).toEqual({
      ...stored,
      segments: [{ start: 0, end: 2 }],
    });
  });
});
