import { expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import {
  labelPatterns,
  patternInTurn,
  labelInput,
  reservedKeys,
  letterTags,
} from '@/lib/codebook/label';

test('gives every pattern once before it gives one again', () => {
  const given = Array.from({ length: labelPatterns.length * 2 }, (_, place) =>
    patternInTurn(place),
  );
  expect(given).toEqual([...labelPatterns, ...labelPatterns]);
});

const sent = (more: Record<string, unknown>) => labelInput.safeParse({ key: 'a', ...more });

test('needs only a key', () => {
  expect(labelInput.parse({ key: 'a' })).toEqual({
    key: 'a',
    definition: '',
    test: '',
    examples: [],
    attributes: [],
  });
});

test('writes a colour in lower case', () => {
  expect(sent({ color: '#E69F00' }).data?.color).toBe('#e69f00');
});

test('takes an example as a text', () => {
  expect(sent({ examples: ['the radical plan'] }).data?.examples).toEqual([
    { text: 'the radical plan', kind: 'good', why: '' },
  ]);
});

test.each(['1', '0', 'q', 'ö', '!', '', null])('takes the hotkey %j', (hotkey) => {
  expect(sent({ hotkey }).success).toBe(true);
});

test.each(['ab', ' ', '\u0007', '👍🏽', ...reservedKeys, 'W', 'N'])(
  'refuses the hotkey %j',
  (hotkey) => {
    expect(sent({ hotkey }).error?.issues[0]?.path).toEqual(['hotkey']);
  },
);

test.each([
  ['color', 'red'],
  ['color', '#fff'],
  ['pattern', 'zigzag'],
  ['name', ''],
  ['name', 'a\u202eb'],
  ['definition', 'a\u0000'],
  ['examples', [{ why: 'x' }]],
  ['examples', [{ text: 'x', kind: 'bad' }]],
  ['colour', '#ffffff'],
])('refuses %s %j', (field, value) => {
  expect(sent({ [field]: value }).success).toBe(false);
});

test('takes the initials of two words, or two letters of one', () => {
  expect([...letterTags(basic3.labels).values()]).toEqual(['LF', 'UC', 'DQ']);
  expect(letterTags([{ key: 'd', name: 'Doubt' }]).get('d')).toBe('DO');
});

test('numbers labels that would share a tag', () => {
  const labels = ['Red herring', 'Role: hero', 'Right hand'].map((name) => ({ key: name, name }));
  expect([...letterTags(labels).values()]).toEqual(['RH', 'RH2', 'RH3']);
});

test('a name without letters still has one', () => {
  const labels = [
    { key: 'a', name: '!!' },
    { key: 'b', name: '…' },
  ];
  expect([...letterTags(labels).values()]).toEqual(['?', '?2']);
});
