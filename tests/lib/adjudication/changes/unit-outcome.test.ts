import { describe, expect, test } from '@jest/globals';
import type { AgainstUnit, Why, VersionedAnnotation } from '@/lib/adjudication/against-consensus';
import type { UnitOutcome } from '@/lib/adjudication/changes/unit-outcome';
import {
  countOutcomes,
  unitOutcome,
  unitOutcomes,
  isAlike,
} from '@/lib/adjudication/changes/unit-outcome';

describe('alike', () => {
  const annotation = (chosen: Partial<VersionedAnnotation> = {}): VersionedAnnotation => ({
    id: 'a',
    version: 1,
    label: 'loaded_framing',
    segments: [{ start: 0, end: 4 }],
    attributes: {},
    note: '',
    confidence: null,
    ...chosen,
  });

  test.each([
    [true, 'the same', [annotation()], [annotation({ id: 'b', version: 7 })]],
    [true, 'other notes', [annotation({ note: 'Mine' })], [annotation({ confidence: 0.2 })]],
    [
      true,
      'attributes in another order',
      [annotation({ attributes: { a: 1, b: 'x' } })],
      [annotation({ attributes: { b: 'x', a: 1 } })],
    ],
    [
      true,
      'two labels in another order',
      [annotation(), annotation({ label: 'direct_quote' })],
      [annotation({ label: 'direct_quote' }), annotation()],
    ],
    [
      false,
      'another value',
      [annotation({ attributes: { a: 1 } })],
      [annotation({ attributes: { a: 2 } })],
    ],
    [false, 'a value more', [annotation()], [annotation({ attributes: { a: 2 } })]],
  ] as const)('%s: %s', (alike, _, mine, consensus) => {
    expect(isAlike({ kinds: [], mine: [...mine], consensus: [...consensus] })).toBe(alike);
  });

  test('units with a disagreement are not alike, whatever they contain', () => {
    expect(isAlike({ kinds: ['boundary'], mine: [annotation()], consensus: [annotation()] })).toBe(
      false,
    );
  });
});

describe('unit outcome', () => {
  const annotation = (attributes: VersionedAnnotation['attributes'] = {}): VersionedAnnotation => ({
    id: 'a',
    version: 1,
    label: 'loaded_framing',
    segments: [{ start: 0, end: 4 }],
    attributes,
    note: '',
    confidence: null,
  });

  const why: Why = {
    decisionId: 'd',
    kind: 'reject',
    rule: '',
    reason: 'Plain fact',
    by: { id: 'm', name: 'Mia' },
    at: '2026-01-01T00:00:00.000Z',
  };

  type Unit = Pick<AgainstUnit, 'kinds' | 'mine' | 'consensus' | 'whys'>;
  const unitWith = (chosen: Partial<Unit>): Unit => ({
    kinds: [],
    mine: [],
    consensus: [],
    whys: [],
    ...chosen,
  });

  const missing: Partial<Unit> = { kinds: ['missing'] };

  const cases: [UnitOutcome, boolean, Partial<Unit>][] = [
    ['unchanged', false, { mine: [annotation()], consensus: [annotation()] }],
    ['changed', false, { mine: [annotation()], consensus: [annotation({ a: 1 })] }],
    ['changed', true, { kinds: ['boundary'], mine: [annotation()], consensus: [annotation()] }],
    ['missed', true, { ...missing, consensus: [annotation()] }],
    ['rejected', true, { ...missing, mine: [annotation()] }],
    ['rejected', false, { ...missing, mine: [annotation()], whys: [why] }],
    ['waiting', false, { ...missing, mine: [annotation()] }],
  ];

  test.each(cases)('%s (resolved: %s)', (outcome, isResolved, chosen) => {
    expect(unitOutcome(unitWith(chosen), isResolved)).toBe(outcome);
  });

  test('every unit is counted once', () => {
    const units = [
      unitWith({ mine: [annotation()], consensus: [annotation()] }),
      unitWith({ ...missing, mine: [annotation()] }),
      unitWith({ ...missing, consensus: [annotation()] }),
    ];
    for (const isResolved of [true, false]) {
      const counts = countOutcomes(units, isResolved);
      expect(unitOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(3);
    }
    expect(countOutcomes(units, false)).toEqual({
      unchanged: 1,
      changed: 0,
      rejected: 0,
      missed: 1,
      waiting: 1,
    });
  });
});
