import { expect, test, describe } from '@jest/globals';
import {
  annotationsOfUnit,
  versionHashesOf,
  adjudicationUnits,
  sourceAnnotationLookup,
} from '@/lib/adjudication/unit/adjudication-unit';
import { nothing } from '@/lib/adjudication/unit/content-hash';
import { aSource, onlyUnit } from '@/tests/builders/sources';

describe('source layer', () => {
  test('finds an annotation with all its details', () => {
    const layer = aSource('a', ['loaded 0-5'], { note: 'So' });
    const sourceOf = sourceAnnotationLookup([layer]);
    expect(sourceOf({ id: 'a1', label: '', segments: [] })).toBe(layer.annotations[0]);
    expect(() => sourceOf({ id: 'b1', label: '', segments: [] })).toThrow(RangeError);
  });
});

describe('adjudication unit', () => {
  describe('kinds of disagreement', () => {
    test.each([
      ['not', [['l 0-5'], ['l 0-5'], ['l 0-5']], []],
      ['somebody has nothing', [['l 0-5'], ['l 0-5'], []], ['missing']],
      ['elsewhere', [['l 0-5'], ['l 0-5'], ['l 0-9']], ['boundary']],
      ['otherwise', [['l 0-5'], ['l 0-5'], ['m 0-5']], ['label']],
      ['in pieces', [['l 0-9'], ['l 0-9'], ['l 0-4', 'l 5-9']], ['fragmentation']],
      ['a part', [['l 0-20'], ['l 0-20'], ['m 2-5']], ['nesting']],
    ])('%s', (_, [ada = [], ben = [], cleo = []], kinds) => {
      const unit = onlyUnit([aSource('a', ada), aSource('b', ben), aSource('c', cleo)]);
      expect(unit.kinds).toEqual(kinds);
    });

    test('in attributes alone', () => {
      const harsh = { attributes: { tone: 'harsh' } };
      const unit = onlyUnit([aSource('a', ['l 0-5'], harsh), aSource('b', ['l 0-5'])]);
      expect(unit.kinds).toEqual(['attributes']);
      expect(unit.versions).toHaveLength(2);
    });
  });

  test('versions group layers with the same content, most holders first, and then by position', () => {
    const unit = onlyUnit([
      aSource('a', ['l 2-5']),
      aSource('b', ['l 0-5']),
      aSource('c', ['l 0-4']),
      aSource('d', ['l 2-5']),
      aSource('e', []),
    ]);
    expect(unit.versions.map(({ holders }) => holders.map(({ layerId }) => layerId))).toEqual([
      ['a', 'd'],
      ['c'],
      ['b'],
    ]);
    expect(unit.silent).toEqual(['e']);
    expect(versionHashesOf(unit)).toEqual([...unit.versions.map(({ hash }) => hash), nothing]);
    expect(
      annotationsOfUnit(unit).map(({ layerId, annotation }) => [layerId, annotation.id]),
    ).toEqual([
      ['a', 'a1'],
      ['d', 'd1'],
      ['c', 'c1'],
      ['b', 'b1'],
    ]);
  });

  test('the order of the layers makes no difference', () => {
    const layers = [aSource('c', ['l 0-5', 'm 3-9']), aSource('a', ['l 1-5']), aSource('b', [])];
    expect(adjudicationUnits(layers.toReversed())).toEqual(adjudicationUnits(layers));
  });
});
