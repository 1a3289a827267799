import { expect, test, describe } from '@jest/globals';
import type { MergeStrategy } from '@/lib/adjudication/merge/merge';
import { cautious } from '@/lib/adjudication/merge/merge';
import { resolvedByRule, votedAttributes } from '@/lib/adjudication/merge/resolved-by-rule';
import { aSource, onlyUnit } from '@/tests/builders/sources';

describe('voted attributes', () => {
  test.each<[string, Record<string, string | number | boolean>[], object, string[]]>([
    ['all alike', [{ tone: 'harsh' }, { tone: 'harsh' }], { tone: 'harsh' }, []],
    ['most', [{ tone: 'harsh' }, { tone: 'harsh' }, { tone: 'mild' }], { tone: 'harsh' }, []],
    ['more than any other', [{ n: 1 }, { n: 1 }, { n: 2 }, { n: 3 }], { n: 1 }, []],
    ['a tie', [{ tone: 'harsh' }, { tone: 'mild' }], {}, ['tone']],
    ['a tie with silence', [{ tone: 'harsh' }, {}], {}, ['tone']],
    ['most are silent', [{ tone: 'harsh' }, {}, {}], {}, []],
    [
      'one by one',
      [
        { b: true, a: 1 },
        { b: false, a: 1 },
      ],
      { a: 1 },
      ['b'],
    ],
    ['nothing at all', [{}, {}], {}, []],
    ['a text is not a number', [{ n: 1 }, { n: '1' }, { n: 1 }], { n: 1 }, []],
  ])('%s', (_, votes, attributes, open) => {
    expect(votedAttributes(votes)).toEqual({ attributes, open });
    expect(votedAttributes(votes.toReversed())).toEqual({ attributes, open });
  });
});

describe('resolved by rule', () => {
  const text = 'abcdefghijklmnopqrstuvwxyz'.repeat(4);
  const union: MergeStrategy = { majority: { boundary: 'union' }, confidence: null };

  type WrittenLayer = [written: string[], details?: Parameters<typeof aSource>[2]];

  /** The result of the strategy for layers with one unit: “rule: label start-end …”, and what is open. */
  function resolvedWith(strategy: MergeStrategy, ...layersWritten: WrittenLayer[]): string {
    const layers = layersWritten.map(([written, more], at) =>
      aSource('abcdefgh'.charAt(at), written, more),
    );
    const context = { strategy, layerCount: layers.length, text };
    const found = resolvedByRule(onlyUnit(layers), context);
    const turned = resolvedByRule(onlyUnit(layers.toReversed()), context);
    expect(turned).toEqual(found);
    if (found === null) return 'open';
    const outcomes = found.outcomes.map(({ label, segments }) => {
      const spans = segments.map(({ start, end }) => `${start}-${end}`).join('+');
      return `${label} ${spans}`;
    });
    const open = found.openAttributes.map((name) => ` ?${name}`).join('');
    return `${found.rule}: ${outcomes.join(', ')}${open}`;
  }

  describe('what is not in dispute', () => {
    test.each<[string, WrittenLayer[], string]>([
      ['all say the same', [[['l 0-5']], [['l 0-5']], [['l 0-5']]], 'unanimous: l 0-5'],
      ['one alone was asked', [[['l 0-5']]], 'unanimous: l 0-5'],
      ['in two pieces', [[['l 0-5+9-12']], [['l 0-5+9-12']]], 'unanimous: l 0-5+9-12'],
      ['somebody has nothing', [[['l 0-5']], [['l 0-5']], [[]]], 'open'],
      ['an end is elsewhere', [[['l 0-5']], [['l 0-6']]], 'open'],
      ['another label', [[['l 0-5']], [['m 0-5']]], 'open'],
      [
        'but for attributes',
        [
          [['l 0-5'], { attributes: { tone: 'harsh' } }],
          [['l 0-5'], { attributes: { tone: 'mild' } }],
        ],
        'unanimous: l 0-5 ?tone',
      ],
    ])('%s', (_, written, expected) => {
      expect(resolvedWith(cautious, ...written)).toBe(expected);
    });
  });

  describe('a majority', () => {
    test.each<[string, WrittenLayer[], string]>([
      ['of two of three', [[['l 0-5']], [['l 3-9']], [[]]], 'majority: l 0-9'],
      ['not of two of four', [[['l 0-5']], [['l 0-5']], [[]], [[]]], 'open'],
      ['against another label', [[['l 0-5']], [['l 0-5']], [['m 0-5']]], 'majority: l 0-5'],
      ['of none', [[['l 0-5']], [['m 0-5']], [['n 0-5']]], 'open'],
      ['one against two who have nothing', [[['l 0-5']], [[]], [[]]], 'open'],
      [
        'where it is in pieces for one',
        [[['l 0-9']], [['l 0-9']], [['l 0-4', 'l 5-9']]],
        'majority: l 0-9',
      ],
      [
        'where it is in pieces for most',
        [[['l 0-9']], [['l 0-4', 'l 5-9']], [['l 0-4', 'l 5-9']]],
        'majority: l 0-4, l 5-9',
      ],
      ['where as many have it in pieces as not', [[['l 0-9']], [['l 0-4', 'l 5-9']]], 'open'],
      [
        'of a part and of its whole',
        [[['l 0-20', 'm 2-5']], [['l 0-20']], [['m 2-5']]],
        'majority: l 0-20, m 2-5',
      ],
    ])('%s', (_, written, expected) => {
      expect(resolvedWith(union, ...written)).toBe(expected);
    });

    test('has attributes by majority', () => {
      const harsh = { attributes: { tone: 'harsh' } };
      const mild = { attributes: { tone: 'mild' } };
      expect(resolvedWith(union, [['l 0-5'], harsh], [['l 0-6'], harsh], [['l 0-5'], mild])).toBe(
        'majority: l 0-6',
      );
      expect(resolvedWith(union, [['l 0-5'], harsh], [['l 0-6'], mild], [[]])).toBe(
        'majority: l 0-6 ?tone',
      );
    });
  });

  describe('confidence', () => {
    const require = (least: number): MergeStrategy => ({
      ...union,
      confidence: { least, use: 'require' },
    });
    const decide: MergeStrategy = { majority: null, confidence: { least: 0.8, use: 'decide' } };
    test.each<[string, MergeStrategy, WrittenLayer[], string]>([
      [
        'stated is enough',
        require(0.75),
        [
          [['l 0-5'], { confidence: 0.5 }],
          [['l 0-5'], { confidence: 1 }],
        ],
        'unanimous: l 0-5',
      ],
      ['is not enough', require(0.75), [[['l 0-5'], { confidence: 0.5 }]], 'open'],
      ['is not stated', require(0), [[['l 0-5']]], 'open'],
      [
        'of those who state it',
        require(0.9),
        [[['l 0-5'], { confidence: 0.9 }], [['l 0-5']]],
        'unanimous: l 0-5',
      ],
      [
        'is a sum like any other',
        require(0.1),
        [
          [['l 0-5'], { confidence: 0.1 }],
          [['l 0-5'], { confidence: 0.1 }],
          [['l 0-5'], { confidence: 0.1 }],
        ],
        'unanimous: l 0-5',
      ],
      [
        'of one decides',
        decide,
        [[['l 0-5'], { confidence: 0.9 }], [['m 0-5'], { confidence: 0.3 }], [[]]],
        'confidence: l 0-5',
      ],
      [
        'of two does not decide',
        decide,
        [
          [['l 0-5'], { confidence: 0.9 }],
          [['m 0-5'], { confidence: 0.8 }],
        ],
        'open',
      ],
      ['is not asked where all agree', decide, [[['l 0-5']], [['l 0-5']]], 'unanimous: l 0-5'],
    ])('%s', (_, strategy, written, expected) => {
      expect(resolvedWith(strategy, ...written)).toBe(expected);
    });
  });

  test('what all have in common is taken over: a note, a confidence, the newest codebook, the sources', () => {
    const same = { note: 'So', confidence: 0.3 };
    const unit = onlyUnit([aSource('b', ['l 0-5'], same), aSource('a', ['l 0-5'], same)]);
    const found = resolvedByRule(unit, { strategy: cautious, layerCount: 2, text });
    expect(found?.outcomes).toMatchObject([{ ...same, codebookVersion: 1, from: ['a1', 'b1'] }]);
    const apart = onlyUnit([aSource('a', ['l 0-5'], same), aSource('b', ['l 0-5'])]);
    expect(
      resolvedByRule(apart, { strategy: cautious, layerCount: 2, text })?.outcomes,
    ).toMatchObject([{ note: '', confidence: null }]);
  });
});
