import { expect, test, describe } from '@jest/globals';
import fc from 'fast-check';
import { v7 } from 'uuid';
import {
  againstConsensus,
  againstIn,
  againstView,
  countAgainst,
  versionedAnnotation,
} from '@/lib/adjudication/against-consensus';
import type { Verdict, VersionedAnnotation } from '@/lib/adjudication/against-consensus';
import { positionIndex } from '@/lib/article/code-points';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

describe('versioned annotation', () => {
  test('has the content without its times', () => {
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
});

describe('against consensus', () => {
  const text = 'The regime’s failed gamble cost thousands of jobs, experts agree.';

  const annotations = (layer: string, ...written: string[]): VersionedAnnotation[] =>
    aComparedLayer(layer, ...written).annotations.map((annotation) => ({
      ...annotation,
      attributes: {},
      note: '',
      confidence: null,
      version: 1,
    }));

  const verdict = (decisionId: string, more: Partial<Verdict>): Verdict => ({
    decisionId,
    start: 0,
    end: 10,
    kind: 'own',
    rule: '',
    reason: 'It fits.',
    by: { id: 'm', name: 'Mia' },
    at: '2026-01-01T00:00:00.000Z',
    isCurrent: true,
    made: [],
    sources: [],
    layerIds: [],
    rejectedLabels: [],
    ...more,
  });

  const whysOf = (
    mine: VersionedAnnotation[],
    consensus: VersionedAnnotation[],
    ...verdicts: Verdict[]
  ) =>
    againstConsensus(mine, consensus, verdicts, text).map(({ whys }) =>
      whys.map(({ decisionId }) => decisionId),
    );

  test('compares a layer with the consensus, unit by unit', () => {
    const units = againstConsensus(
      annotations('a', 'x 0-3', 'x 13-26', 'y 32-41'),
      annotations('c', 'x 0-3', 'x 13-19', 'z 51-58'),
      [],
      text,
    );
    expect(
      units.map(({ quote, kinds, mine, consensus }) => [
        quote,
        kinds,
        mine.length,
        consensus.length,
      ]),
    ).toEqual([
      ['The', [], 1, 1],
      ['failed gamble', ['boundary'], 1, 1],
      ['thousands', ['missing'], 1, 0],
      ['experts', ['missing'], 0, 1],
    ]);
  });

  describe('a decision explains a unit where', () => {
    const made = [{ annotationId: 'c1', version: 1 }];
    const [mine, consensus] = [annotations('a', 'x 0-3'), annotations('c', 'x 0-10')];
    test.each<[string, Partial<Verdict>, boolean]>([
      ['it made what the consensus has', { made }, true],
      ['it did, though it was ended since', { made, isCurrent: false }, true],
      ['it made an earlier version alone', { made: [{ annotationId: 'c1', version: 2 }] }, false],
      ['it decided on the reading’s own mark', { sources: ['a1'] }, true],
      ['it did, and was ended since', { sources: ['a1'], isCurrent: false }, false],
      ['it did not give the label there', { rejectedLabels: ['x'] }, true],
      ['it did not give another label', { rejectedLabels: ['y'] }, false],
      ['it did not give the label elsewhere', { rejectedLabels: ['x'], start: 10, end: 20 }, false],
    ])('%s', (_, more, isGiven) => {
      expect(whysOf(mine, consensus, verdict('d', more))).toEqual([isGiven ? ['d'] : []]);
    });

    test('nothing was made of what only the reader has', () => {
      expect(whysOf(mine, [], verdict('no', { kind: 'reject', rejectedLabels: ['x'] }))).toEqual([
        ['no'],
      ]);
    });
  });

  test('every annotation of both is in one unit; a layer equal to the consensus differs nowhere', () => {
    const someAnnotations = (layer: string) =>
      fc
        .array(fc.tuple(fc.constantFrom('x', 'y'), fc.nat(50), fc.integer({ min: 1, max: 14 })), {
          maxLength: 6,
        })
        .map((list) =>
          annotations(layer, ...list.map(([label, at, size]) => `${label} ${at}-${at + size}`)),
        );
    fc.assert(
      fc.property(someAnnotations('a'), someAnnotations('c'), (mine, consensus) => {
        const units = againstConsensus(mine, consensus, [], text);
        const ids = units.flatMap((unit) => [...unit.mine, ...unit.consensus].map(({ id }) => id));
        expect(ids.toSorted()).toEqual([...mine, ...consensus].map(({ id }) => id).toSorted());
        const copy = consensus.map((annotation) => ({
          ...annotation,
          id: `copy ${annotation.id}`,
        }));
        for (const { kinds } of againstConsensus(copy, consensus, [], text))
          expect(kinds).toEqual([]);
      }),
    );
  });
});

describe('against view', () => {
  test('gives positions in the offset unit of the index', () => {
    const text = '😀 The regime.';
    const details = { attributes: {}, note: '', confidence: null, version: 1 };
    const annotation = { id: v7(), label: 'x', segments: [{ start: 3, end: 6 }], ...details };
    const units = againstConsensus([annotation], [], [], text);
    const [view] = units.map((unit) => againstIn(positionIndex(text, 'code-point'), unit));
    expect(view).toMatchObject({
      start: 2,
      end: 5,
      quote: 'The',
      kinds: ['missing'],
      consensus: [],
    });
    expect(view?.mine).toMatchObject([
      { annotationId: annotation.id, segments: [{ start: 2, end: 5 }] },
    ]);
    expect(againstView.safeParse(view).success).toBe(true);
    expect(countAgainst(units)).toMatchObject({ same: 0, missing: 1 });
  });
});
