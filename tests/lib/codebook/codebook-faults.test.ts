import { expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import type { Codebook } from '@/lib/codebook/codebook';
import { codebookFaults } from '@/lib/codebook/codebook-faults';

const [one, two, three] = basic3.labels;
if (!one || !two || !three) throw new Error('Basic 3 has three labels.');

const withLabels = (...labels: Codebook['labels']): Codebook => ({ ...basic3, labels });
const relation = { key: 'r', name: 'R', from: [], to: [] };

test.each<[string, Codebook, string[]]>([
  ['Basic 3', basic3, []],
  ['a key twice', withLabels(one, { ...two, key: one.key }), ['labels.1.key']],
  ['a hotkey twice', withLabels(one, { ...two, hotkey: one.hotkey }), ['labels.1.hotkey']],
  [
    'a hotkey in the other case',
    withLabels({ ...one, hotkey: 'x' }, { ...two, hotkey: 'X' }),
    ['labels.1.hotkey'],
  ],
  ['no hotkey twice', withLabels({ ...one, hotkey: '' }, { ...two, hotkey: '' }), []],
  ['a parent that is not there', withLabels({ ...one, parent: 'x' }), ['labels.0.parent']],
  ['its own parent', withLabels({ ...one, parent: one.key }), ['labels.0.parent']],
  [
    'parents in a circle',
    withLabels(
      { ...one, parent: two.key },
      { ...two, parent: three.key },
      { ...three, parent: one.key },
    ),
    ['labels.0.parent', 'labels.1.parent', 'labels.2.parent'],
  ],
  [
    'a child of a circle',
    withLabels({ ...one, parent: two.key }, { ...two, parent: two.key }),
    ['labels.1.parent'],
  ],
  [
    'a line of parents',
    withLabels({ ...one, parent: two.key }, { ...two, parent: three.key }, three),
    [],
  ],
  [
    'an example without words',
    withLabels({ ...one, examples: [{ text: ' ', kind: 'good', why: '' }] }),
    ['labels.0.examples.0.text'],
  ],
  [
    'an attribute that does not hold',
    withLabels({
      ...one,
      attributes: [{ key: 'a', name: 'A', type: 'choice', options: [], required: true }],
    }),
    ['labels.0.attributes.0.options'],
  ],
  [
    'relations',
    {
      ...basic3,
      relations: [
        { ...relation, from: ['x'] },
        { ...relation, to: [one.key, 'y'] },
      ],
    },
    ['relations.1.key', 'relations.0.from', 'relations.1.to'],
  ],
  [
    'a question twice',
    {
      ...basic3,
      questions: ['a', 'a'].map((key) => ({
        key,
        name: 'A',
        type: 'text',
        options: [],
        required: false,
      })),
    },
    ['questions.1.key'],
  ],
])('%s', (_, codebook, paths) => {
  expect(codebookFaults(codebook).map(({ path }) => path)).toEqual(paths);
});
