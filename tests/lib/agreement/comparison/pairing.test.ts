import { describe, expect, it, test } from '@jest/globals';
import { pairMarks } from '@/lib/agreement/comparison/pairing';
import { aReading } from '@/tests/builders/a-reading';

function told(ones: string[], others: string[]): string[] {
  const one = aReading('a', ...ones).marks;
  const other = aReading('b', ...others).marks;
  const { links, inside } = pairMarks(one, other);
  return [
    ...links.map((link) => `${link.one.id}${link.nested ? '~' : '='}${link.other.id}`),
    ...[...inside].map(({ id }) => `${id}?`),
  ].sort();
}

describe('marks are paired', () => {
  test.each<[string, string[], string[], string[]]>([
    ['the same', ['x 0-5'], ['x 0-5'], ['a1=b1']],
    ['twice the same', ['x 0-5', 'x 0-5'], ['x 0-5', 'x 0-5'], ['a1=b1', 'a2=b2']],
    ['once too often', ['x 0-5', 'x 0-5'], ['x 0-5'], ['a1=b1']],
    ['other ends', ['x 0-5'], ['x 3-9'], ['a1=b1']],
    ['the same before one that is longer', ['x 0-5'], ['x 0-20', 'x 0-5'], ['a1=b2', 'b1?']],
    ['apart', ['x 0-5'], ['x 5-9'], []],
    ['in pieces', ['x 0-10'], ['x 0-4', 'x 5-10'], ['a1=b1', 'a1=b2']],
    ['a neighbour that is only touched', ['x 0-10'], ['x 0-8', 'x 9-20'], ['a1=b1']],
    ['another label', ['x 0-5'], ['y 0-5'], ['a1=b1']],
    ['the label before the place', ['x 0-5'], ['y 0-5', 'x 0-4'], ['a1=b2']],
    ['other labels that hardly meet', ['x 0-10'], ['y 9-20'], []],
    ['a whole and a part', ['x 0-20'], ['y 5-8'], ['a1~b1']],
    ['a part of what both mark', ['x 0-20', 'y 5-8'], ['x 0-20'], ['a1=b1', 'a2?']],
    ['a second label on one place', ['x 0-5', 'y 0-5'], ['x 0-5'], ['a1=b1']],
  ])('%s', (_, ones, others, links) => {
    expect(told(ones, others)).toEqual(links);
  });

  it('whichever comes first', () => {
    const [one, other] = [
      aReading('a', 'x 0-10', 'y 4-9', 'x 20-40', 'z 22-24').marks,
      aReading('b', 'y 0-10', 'x 2-7', 'x 20-30', 'x 31-40').marks,
    ];
    const forth = pairMarks(one, other).links.map((link) => `${link.one.id} ${link.other.id}`);
    const back = pairMarks(other, one).links.map((link) => `${link.other.id} ${link.one.id}`);
    expect(back.sort()).toEqual(forth.sort());
  });
});
