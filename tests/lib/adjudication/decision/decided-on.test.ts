import { expect, test } from '@jest/globals';
import { decidedOn, labelsOf } from '@/lib/adjudication/decision/decided-on';
import { aSource, onlyUnit } from '@/tests/builders/sources';

test('keeps where, which versions, who is silent and all that was said', () => {
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
