import { expect, test } from '@jest/globals';
import { votedAttributes } from '@/lib/adjudication/merge/voted-attributes';

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
