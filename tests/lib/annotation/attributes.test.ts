import { describe, expect, test } from '@jest/globals';
import { areSameAttributes, attributeFaults, missingAttributes } from '@/lib/annotation/attributes';
import type { AttributeValue } from '@/lib/annotation/annotation';
import { codebookContent, labelOf } from '@/lib/codebook/codebook';

const codebook = codebookContent.parse({
  labels: [
    {
      key: 'quote',
      name: 'Quote',
      attributes: [
        { key: 'speaker', name: 'Speaker', type: 'text', required: true },
        { key: 'how', name: 'How', type: 'choice', options: ['named', 'unclear'], required: true },
        { key: 'scare', type: 'boolean' },
        { key: 'weight', type: 'number', required: true },
      ],
    },
  ],
});
const label = labelOf(codebook, 'quote');
if (!label) throw new Error('The label is missing.');

describe('attributeFaults', () => {
  test.each([
    [{}, []],
    [{ speaker: 'Ada', how: 'named', scare: false, weight: 0.5 }, []],
    [{ how: '' }, []],
    [{ how: 'shouted' }, ['attributes.how']],
    [{ how: 1 }, ['attributes.how']],
    [{ speaker: true }, ['attributes.speaker']],
    [{ scare: 'yes' }, ['attributes.scare']],
    [{ weight: '3' }, ['attributes.weight']],
    [{ mood: 'x', toString: 'y' }, ['attributes.mood', 'attributes.toString']],
  ] as [Record<string, AttributeValue>, string[]][])('%j', (attributes, paths) => {
    expect(attributeFaults(label, attributes).map(({ path }) => path)).toEqual(paths);
  });
});

describe('missingAttributes', () => {
  test.each([
    [{}, ['Speaker', 'How', 'weight']],
    [{ speaker: ' ', how: 'named', weight: 0 }, ['Speaker']],
    [{ speaker: 'Ada', how: '', weight: 0 }, ['How']],
    [{ speaker: 'Ada', how: 'named', weight: 0 }, []],
  ] as [Record<string, AttributeValue>, string[]][])('%j', (attributes, names) => {
    expect(missingAttributes(label, attributes)).toEqual(names);
  });
});

describe('areSameAttributes', () => {
  test.each([
    [{}, {}, true],
    [{ a: 1, b: 'x' }, { b: 'x', a: 1 }, true],
    [{ a: 1 }, { a: '1' }, false],
    [{ a: 1 }, {}, false],
    [{ a: 1 }, { b: 1 }, false],
  ] as [Record<string, AttributeValue>, Record<string, AttributeValue>, boolean][])(
    '%j and %j: %s',
    (one, other, same) => {
      expect(areSameAttributes(one, other)).toBe(same);
    },
  );
});
