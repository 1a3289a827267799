import { describe, expect, test } from '@jest/globals';
import type { SentChange, Stored } from '@/lib/annotation/sent-change';
import { planChanges } from '@/lib/annotation/change-plan';
import { positionIndex } from '@/lib/article/code-points';
import { codebookContent } from '@/lib/codebook/codebook';
import { Refusal } from '@/lib/refusal';
import { aPut } from '@/tests/builders/an-annotation';

const text = 'The regime said so. '.repeat(10_000);
const codebook = codebookContent.parse({ labels: [{ key: 'loaded_framing' }] });

const stored = (id: string, more: Partial<Stored> = {}): Stored => ({
  ...aPut(),
  id,
  layerId: 'mine',
  codebookVersion: 1,
  version: 3,
  createdAt: '',
  updatedAt: '',
  removed: false,
  ...more,
});

const known = new Map(
  [
    stored('stands'),
    stored('gone', { removed: true }),
    stored('theirs', { layerId: 'another' }),
  ].map((one) => [one.id, one]),
);

const context = {
  layerId: 'mine',
  text,
  indexIn: (unit: 'code-point' | 'utf-16') => positionIndex(text, unit),
  stored: known,
  codebooks: { latest: 1, read: () => codebook },
};

const change = (annotationId: string, more: Partial<SentChange> = {}): SentChange => ({
  annotationId,
  path: '',
  version: null,
  put: aPut({ note: 'new' }),
  idempotencyKey: null,
  ...more,
});

function plan(...changes: SentChange[]) {
  try {
    return planChanges(changes, context).map((planned) =>
      planned.unchanged === null ? [planned.kind, planned.expected, planned.made] : 'stands',
    );
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return [thrown.reason, ...thrown.faults.map(({ path }) => path)];
  }
}

describe('one change', () => {
  test.each([
    ['makes what is not there', change('new'), [['put', 0, true]]],
    ['changes what stands', change('stands'), [['put', 3, false]]],
    ['brings back what was removed', change('gone'), [['put', 3, true]]],
    ['leaves what says the same', change('stands', { put: aPut() }), ['stands']],
    [
      'even when another version was expected',
      change('stands', { put: aPut(), version: 1 }),
      ['stands'],
    ],
    ['changes the version that is expected', change('stands', { version: 3 }), [['put', 3, false]]],
    ['refuses another version', change('stands', { version: 2 }), ['conflict', '']],
    ['refuses a version of nothing', change('new', { version: 1 }), ['conflict', '']],
    ['refuses a version of what was removed', change('gone', { version: 2 }), ['conflict', '']],
    ['refuses an id of another layer', change('theirs'), ['conflict', '']],
    ['removes what stands', change('stands', { put: null }), [['remove', 3, false]]],
    ['leaves removed what is', change('gone', { put: null }), ['stands']],
    [
      'refuses to remove another version',
      change('stands', { put: null, version: 1 }),
      ['conflict', ''],
    ],
    ['finds nothing to remove', change('new', { put: null }), ['absent']],
    ['finds nothing of another layer', change('theirs', { put: null }), ['absent']],
  ] as [string, SentChange, unknown[]][])('%s', (_, sent, expected) => {
    expect(plan(sent)).toEqual(expected);
  });
});

describe('many changes', () => {
  const at = (path: string, annotationId: string, more: Partial<SentChange> = {}) =>
    change(annotationId, { path, ...more });

  test('are planned in their order', () => {
    expect(plan(at('put.0', 'new'), at('delete.0', 'stands', { put: null }))).toEqual([
      ['put', 0, true],
      ['remove', 3, false],
    ]);
  });

  test('what does not hold comes before what clashes', () => {
    const bad = aPut({ label: 'none' });
    expect(plan(at('put.0', 'theirs'), at('put.1', 'new', { put: bad }))).toEqual([
      'invalid',
      'put.1.label',
    ]);
    expect(plan(at('put.0', 'theirs'), at('put.1', 'stands', { version: 1 }))).toEqual([
      'conflict',
      'put.0',
      'put.1',
    ]);
  });

  test('an absent one among many does not hold', () => {
    expect(plan(at('delete.0', 'new', { put: null }))).toEqual(['invalid', 'delete.0']);
  });

  test('no id twice', () => {
    expect(plan(at('put.0', 'new'), at('put.1', 'new'))).toEqual(['invalid', 'put.1']);
  });

  test('not more text than a request may cover', () => {
    const most = aPut({ segments: [{ start: 0, end: 99_999 }] });
    const many = Array.from({ length: 101 }, (_, n) => at(`put.${n}`, `n${n}`, { put: most }));
    expect(plan(...many)).toEqual(['too-large']);
  });
});
