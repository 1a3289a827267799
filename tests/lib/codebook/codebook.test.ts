import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { basic3 } from '@/lib/codebook/basic-3';
import {
  codebookContent,
  labelOf,
  codebookEntryView,
  codebookVersionView,
  codebookView,
} from '@/lib/codebook/codebook';

test('fills in colours and patterns in turn, and the digits that are free', () => {
  const { labels } = codebookContent.parse({
    labels: [{ key: 'a' }, { key: 'b', hotkey: '1' }, { key: 'c', hotkey: null }, { key: 'd' }],
  });
  expect(labels.map(({ hotkey }) => hotkey)).toEqual(['2', '1', '', '3']);
  expect(labels.map(({ color }) => color)).toEqual(['#e69f00', '#56b4e9', '#009e73', '#d55e00']);
  expect(labels.map(({ pattern }) => pattern)).toEqual(['solid', 'wavy', 'dotted', 'double']);
  expect(labels.map(({ name, parent }) => [name, parent])[0]).toEqual(['a', null]);
});

test('after nine labels there are no more digits', () => {
  const keys = Array.from({ length: 11 }, (_, at) => ({ key: `k${at}` }));
  const { labels } = codebookContent.parse({ labels: keys });
  expect(labels.map(({ hotkey }) => hotkey).join('')).toBe('123456789');
});

test('accepts its own output unchanged, also in the form of a GET’s answer', () => {
  expect(codebookContent.parse(basic3)).toEqual(basic3);
  const answered = { ...basic3, version: 3, updatedAt: '2026-01-01T00:00:00.000Z' };
  expect(codebookContent.parse(answered)).toEqual(basic3);
});

test.each([
  [{}, 'labels'],
  [{ labels: 'none' }, 'labels'],
  [{ labels: [{ name: 'A' }] }, 'labels.0.key'],
  [{ labels: [{ key: 'a' }, { key: 'a' }] }, 'labels.1.key'],
  [{ labels: [{ key: 'a', parent: 'b' }] }, 'labels.0.parent'],
  [
    { labels: [{ key: 'a', attributes: [{ key: 'x', type: 'choice' }] }] },
    'labels.0.attributes.0.options',
  ],
  [{ labels: [], relations: [{ key: 'r', from: 'a', to: 'b' }] }, 'relations.0.from'],
  [{ labels: [], relation: [] }, ''],
  [{ labels: Array.from({ length: 201 }, (_, at) => ({ key: `k${at}` })) }, 'labels'],
])('refuses %#, naming %s', (sent, path) => {
  expect(codebookContent.safeParse(sent).error?.issues[0]?.path.join('.')).toBe(path);
});

test('finds a label by its key', () => {
  expect(labelOf(basic3, 'direct_quote')?.name).toBe('Direct quote');
  expect(labelOf(basic3, 'toString')).toBeUndefined();
});

const at = '2026-05-01T12:00:00.000Z';

test('a draft and a version are the codebook with a few words more', () => {
  const draft = { ...basic3, version: 1, updatedAt: at };
  const version = { ...basic3, version: 1, publishedAt: at, publishedBy: null };
  expect(codebookView.parse(draft)).toEqual(draft);
  expect(codebookVersionView.parse(version)).toEqual(version);
  expect(codebookEntryView.parse(version)).toEqual({
    version: 1,
    publishedAt: at,
    publishedBy: null,
  });
});

test.each([codebookView, codebookVersionView, codebookEntryView])('can be described', (view) => {
  expect(z.toJSONSchema(view)).toHaveProperty('properties.version');
});
