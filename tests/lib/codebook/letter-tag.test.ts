import { expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { letterTags } from '@/lib/codebook/letter-tag';

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
