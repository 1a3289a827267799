import { expect, it, describe } from '@jest/globals';
import type { Weighting } from '@/lib/agreement/coding/coding-table';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import {
  notAPair,
  pairTable,
  cohenKappa,
  scottPi,
  fleissKappa,
  fleissKappaGwet,
  percentAgreement,
} from '@/lib/agreement/coding/kappa';

it('weighs items alike, however many coded them', () => {
  const table = codingTable([
    ['a', 'a', 'a'],
    ['a', 'b', null],
    ['a', null, null],
  ]);
  expect(percentAgreement(table).value).toBe(0.5);
});

it('needs an item that two coded', () => {
  expect(
    percentAgreement(
      codingTable([
        ['a', null],
        [null, 'a'],
      ]),
    ),
  ).toEqual({
    value: null,
    reason: 'no item was coded by two coders',
  });
});

const table = codingTable([
  ['a', 'b', 'a', null],
  ['a', 'a', 'b', 'b'],
  ['b', 'b', null, 'b'],
]);

it('crosses two coders where both coded', () => {
  const { cells, items, first, second } = pairTable(table);
  expect([[...cells], items, [...first], [...second]]).toEqual([[1, 1, 1, 0], 3, [2, 1], [2, 1]]);
  expect([...pairTable(table, 1, 2).cells]).toEqual([0, 2, 0, 1]);
});

it('says what is wrong with one coder or three', () => {
  expect(notAPair(table)).toContain('are 3');
  expect(notAPair(codingTable([['a']]))).toContain('is one');
  expect(notAPair(codingTable([['a'], ['a']]))).toBeNull();
});

const near = codingTable([
  [1, 2, 3, 1],
  [1, 2, 3, 2],
]);

describe('Cohen’s κ', () => {
  // By hand: marginals 2 1 1 and 1 2 1; misses by chance 11/16, by ranks 14/16, by their squares 20/16.
  it.each<[Weighting, number]>([
    ['plain', 1 - 1 / 4 / (11 / 16)],
    ['linear', 1 - 1 / 8 / (7 / 16)],
    ['quadratic', 1 - 1 / 16 / (5 / 16)],
  ])('%s', (weighting, value) => {
    expect(cohenKappa(near, weighting).value).toBeCloseTo(value, 12);
  });

  it.each<[string, (string | null)[][], string]>([
    ['one coder', [['a']], 'here is one'],
    [
      'no item in common',
      [
        ['a', null],
        [null, 'a'],
      ],
      'no item in common',
    ],
    [
      'one value',
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      'the same one value',
    ],
  ])('is undefined with %s', (_, ratings, reason) => {
    expect(cohenKappa(codingTable(ratings))).toMatchObject({
      value: null,
      reason: expect.stringContaining(reason),
    });
  });
});

describe('Scott’s π', () => {
  it('is −1 where two always contradict each other', () => {
    expect(
      scottPi(
        codingTable([
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ).value,
    ).toBe(-1);
  });

  it.each<[string, (string | null)[][], string]>([
    ['three coders', [['a'], ['a'], ['b']], 'are 3'],
    [
      'no item in common',
      [
        ['a', null],
        [null, 'b'],
      ],
      'no item in common',
    ],
    [
      'one value',
      [
        ['a', 'a', null],
        ['a', 'a', 'b'],
      ],
      'only one value',
    ],
  ])('is undefined with %s', (_, ratings, reason) => {
    expect(scottPi(codingTable(ratings))).toMatchObject({
      value: null,
      reason: expect.stringContaining(reason),
    });
  });
});

const pair = codingTable([
  ['a', 'b', 'a', 'c'],
  ['a', 'b', 'b', 'c'],
]);
const gappy = codingTable([
  ['a', 'b', 'a'],
  ['a', 'b', null],
  ['b', 'b', 'a'],
]);

describe('Fleiss’ κ', () => {
  it('of two coders is π, and so is Gwet’s', () => {
    expect(fleissKappa(pair).value).toBeCloseTo(scottPi(pair).value ?? 0, 12);
    expect(fleissKappaGwet(pair).value).toBeCloseTo(scottPi(pair).value ?? 0, 12);
  });

  it('needs as many coders to each item; Gwet’s does not', () => {
    expect(fleissKappa(gappy).reason).toBe('not every item was coded by as many coders');
    expect(fleissKappaGwet(gappy).value).toBeCloseTo(
      1 - (1 - 7 / 9) / (1 - (5 / 9) ** 2 - (4 / 9) ** 2),
      12,
    );
  });

  it.each<[string, string[][], string]>([
    ['no item', [[], []], 'no item'],
    ['one coder', [['a', 'b']], 'no item was coded by two'],
    [
      'one value',
      [
        ['a', 'a', 'a'],
        ['a', 'a', 'a'],
        ['a', 'a', 'a'],
      ],
      'only one value',
    ],
  ])('is undefined with %s', (_, ratings, reason) => {
    for (const figure of [fleissKappa, fleissKappaGwet])
      expect(figure(codingTable(ratings))).toMatchObject({
        value: null,
        reason: expect.stringContaining(reason),
      });
  });
});
