import { expect, test, describe } from '@jest/globals';
import {
  inCommon,
  decidedOn,
  labelsOf,
  decisionKindOf,
  takenOutcomes,
  writtenOutcomes,
} from '@/lib/adjudication/decision/outcome';
import { positionIndex } from '@/lib/article/code-points';
import { basic3 } from '@/lib/codebook/basic-3';
import { aSource, onlyUnit } from '@/tests/builders/sources';

describe('outcome', () => {
  const annotations = (note: string, confidence: number | null) =>
    aSource('b', ['l 0-5'], { note, confidence }).annotations;

  test.each([
    ['the same', annotations('So', 0.5), { note: 'So', confidence: 0.5 }],
    ['not the same', annotations('No', null), { note: '', confidence: null }],
  ])('what is %s', (_, others, common) => {
    const all = [
      ...annotations('So', 0.5),
      ...others.map((annotation) => ({ ...annotation, id: 'a7' })),
    ];
    expect(inCommon(all)).toEqual({ ...common, codebookVersion: 1, from: ['a7', 'b1'] });
  });

  test('nobody has nothing in common', () => {
    expect(inCommon([])).toEqual({ note: '', confidence: null, codebookVersion: 0, from: [] });
  });
});

describe('decided outcomes', () => {
  const text = '😀 The failed gamble.';
  const version = 1;
  const context = {
    text,
    index: positionIndex(text, 'code-point'),
    codebooks: [{ version, content: basic3 }],
  };
  const unit = onlyUnit([
    aSource('a', ['loaded_framing 7-13'], { note: 'So' }),
    aSource('b', ['loaded_framing 7-13']),
    aSource('c', ['loaded_framing 7-20']),
  ]);
  const written = (chosen = {}) => ({
    label: 'loaded_framing',
    segments: [{ start: 6, end: 12 }],
    attributes: {},
    note: '',
    ...chosen,
  });

  describe('what is taken', () => {
    test('is one annotation for all with the same content, also for those that were not named', () => {
      expect(takenOutcomes(unit, ['b1'])).toMatchObject([
        { segments: [{ start: 7, end: 13 }], note: '', from: ['a1', 'b1'] },
      ]);
      expect(takenOutcomes(unit, ['a1', 'b1'])).toHaveLength(1);
    });

    test('of several is several', () => {
      expect(takenOutcomes(unit, ['c1', 'a1']).map(({ from }) => from)).toEqual([
        ['a1', 'b1'],
        ['c1'],
      ]);
      expect(takenOutcomes(unit, [])).toEqual([]);
    });
  });

  describe('what is written', () => {
    test('is converted to UTF-16 from the unit that was sent, and made of those with its label', () => {
      expect(writtenOutcomes(unit, [written({ quote: 'failed' })], context)).toEqual({
        outcomes: [
          {
            ...written(),
            segments: [{ start: 7, end: 13 }],
            confidence: null,
            codebookVersion: version,
            from: ['a1', 'b1', 'c1'],
          },
        ],
      });
    });

    test('counts as made of all where nobody gives its label, and of nobody where nobody is', () => {
      const claim = written({ label: 'unsupported_claim' });
      expect(writtenOutcomes(unit, [claim], context)).toMatchObject({
        outcomes: [{ from: ['a1', 'b1', 'c1'] }],
      });
      expect(writtenOutcomes(null, [claim], context)).toMatchObject({ outcomes: [{ from: [] }] });
    });

    test.each([
      ['a label that is not there', { label: 'fake' }, 'write.0.label'],
      ['a place outside', { segments: [{ start: 6, end: 99 }] }, 'write.0.segments.0.end'],
      ['another quote', { quote: 'gamble' }, 'write.0.quote'],
      ['an attribute that is not there', { attributes: { mood: 'x' } }, 'write.0.attributes.mood'],
    ])('does not hold with %s', (_, chosen, path) => {
      expect(writtenOutcomes(unit, [written(chosen)], context)).toMatchObject({
        faults: [{ path }],
      });
    });

    test('may have a label that only an older codebook has', () => {
      const newest = { version: 2, content: { ...basic3, labels: [] } };
      const codebooks = [newest, { version, content: basic3 }];
      expect(writtenOutcomes(unit, [written()], { ...context, codebooks })).toMatchObject({
        outcomes: [{ codebookVersion: 1 }],
      });
    });
  });

  test.each([
    ['take', ['a1'], []],
    ['take', ['a1', 'b1'], []],
    ['several', ['a1', 'c1'], []],
    ['adjust', ['a1'], [written()]],
    ['adjust', [], [written()]],
    ['reject', [], []],
  ] as const)('is the deed %s', (kind, take, write) => {
    expect(decisionKindOf(unit, { take: [...take], write: [...write] })).toBe(kind);
  });

  test('to write where nobody is, is one’s own', () => {
    expect(decisionKindOf(null, { take: [], write: [written()] })).toBe('own');
  });
});

describe('decided on', () => {
  test('stores the position, the versions, the layers without annotations and all hashes', () => {
    const unit = onlyUnit([
      aSource('a', ['l 0-5'], { version: 3 }),
      aSource('b', []),
      aSource('c', ['l 0-9']),
    ]);
    expect(decidedOn(unit, 'abcdefghij')).toEqual({
      start: 0,
      end: 9,
      quote: 'abcdefghi',
      kinds: ['missing', 'boundary'],
      sources: [
        { layerId: 'a', annotationId: 'a1', version: 3 },
        { layerId: 'c', annotationId: 'c1', version: 1 },
      ],
      silent: ['b'],
      versionHashes: [...unit.versions.map(({ hash }) => hash), '-'],
    });
  });

  test('labels are given or declined, once each', () => {
    expect(labelsOf(['m', 'l', 'm'], [{ label: 'n' }, { label: 'l' }])).toEqual({
      finalLabels: ['l', 'n'],
      rejectedLabels: ['m'],
    });
  });
});
