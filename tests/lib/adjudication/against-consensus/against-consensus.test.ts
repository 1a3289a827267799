import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { againstConsensus } from '@/lib/adjudication/against-consensus/against-consensus';
import type { Verdict } from '@/lib/adjudication/against-consensus/verdict';
import type { ContentMark } from '@/lib/adjudication/layer-content';
import { aReading } from '@/tests/builders/a-reading';

const text = 'The regime’s failed gamble cost thousands of jobs, experts agree.';

const marks = (layer: string, ...written: string[]): ContentMark[] =>
  aReading(layer, ...written).marks.map((mark) => ({
    ...mark,
    attributes: {},
    note: '',
    confidence: null,
    version: 1,
  }));

const verdict = (decisionId: string, more: Partial<Verdict>): Verdict => ({
  decisionId,
  start: 0,
  end: 10,
  deed: 'own',
  rule: '',
  reason: 'It fits.',
  by: { id: 'm', name: 'Mia' },
  at: '2026-01-01T00:00:00.000Z',
  stands: true,
  made: [],
  sources: [],
  layerIds: [],
  declined: [],
  ...more,
});

const whysOf = (mine: ContentMark[], settled: ContentMark[], ...verdicts: Verdict[]) =>
  againstConsensus(mine, settled, verdicts, text).map(({ whys }) =>
    whys.map(({ decisionId }) => decisionId),
  );

test('lays a reading beside the consensus, place by place', () => {
  const told = againstConsensus(
    marks('a', 'x 0-3', 'x 13-26', 'y 32-41'),
    marks('c', 'x 0-3', 'x 13-19', 'z 51-58'),
    [],
    text,
  );
  expect(
    told.map(({ quote, kinds, mine, settled }) => [quote, kinds, mine.length, settled.length]),
  ).toEqual([
    ['The', [], 1, 1],
    ['failed gamble', ['boundary'], 1, 1],
    ['thousands', ['missing'], 1, 0],
    ['experts', ['missing'], 0, 1],
  ]);
});

describe('a decision is told where', () => {
  const made = [{ annotationId: 'c1', version: 1 }];
  const [mine, settled] = [marks('a', 'x 0-3'), marks('c', 'x 0-10')];
  test.each<[string, Partial<Verdict>, boolean]>([
    ['it made what the consensus has', { made }, true],
    ['it did, though it was ended since', { made, stands: false }, true],
    ['it made an earlier version alone', { made: [{ annotationId: 'c1', version: 2 }] }, false],
    ['it decided on the reading’s own mark', { sources: ['a1'] }, true],
    ['it did, and was ended since', { sources: ['a1'], stands: false }, false],
    ['it did not give the label there', { declined: ['x'] }, true],
    ['it did not give another label', { declined: ['y'] }, false],
    ['it did not give the label elsewhere', { declined: ['x'], start: 10, end: 20 }, false],
  ])('%s', (_, more, isTold) => {
    expect(whysOf(mine, settled, verdict('d', more))).toEqual([isTold ? ['d'] : []]);
  });

  test('nothing was made of what only the reader has', () => {
    expect(whysOf(mine, [], verdict('no', { deed: 'reject', declined: ['x'] }))).toEqual([['no']]);
  });
});

test('every mark of both is in one place; a reading that is the consensus parts nowhere', () => {
  const someMarks = (layer: string) =>
    fc
      .array(fc.tuple(fc.constantFrom('x', 'y'), fc.nat(50), fc.integer({ min: 1, max: 14 })), {
        maxLength: 6,
      })
      .map((list) =>
        marks(layer, ...list.map(([label, at, size]) => `${label} ${at}-${at + size}`)),
      );
  fc.assert(
    fc.property(someMarks('a'), someMarks('c'), (mine, settled) => {
      const told = againstConsensus(mine, settled, [], text);
      const ids = told.flatMap((unit) => [...unit.mine, ...unit.settled].map(({ id }) => id));
      expect(ids.toSorted()).toEqual([...mine, ...settled].map(({ id }) => id).toSorted());
      const copy = settled.map((mark) => ({ ...mark, id: `copy ${mark.id}` }));
      for (const { kinds } of againstConsensus(copy, settled, [], text)) expect(kinds).toEqual([]);
    }),
  );
});
