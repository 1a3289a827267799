import { describe, expect, test } from '@jest/globals';
import type { Person } from '@/components/discussion/mention-text';
import {
  bodyParts,
  mentionedIn,
  mentionAt,
  peopleFor,
  withName,
} from '@/components/discussion/mention-text';

const people: Person[] = [
  { id: '1', name: 'Ada Lovelace' },
  { id: '2', name: 'Ben' },
  { id: '3', name: 'Benno Ada' },
  { id: '4', name: 'Zoë Élan' },
  { id: '5', name: 'Ben' },
];

describe('who is being called', () => {
  test.each([
    ['@', 1, { at: 0, typed: '' }],
    ['so @Be', 6, { at: 3, typed: 'Be' }],
    ['so @Be', 5, { at: 3, typed: 'B' }],
    ['(@Ada Lo', 8, { at: 1, typed: 'Ada Lo' }],
    ['@Ben, @A', 8, { at: 6, typed: 'A' }],
    ['someone@example', 15, null],
    ['no call', 7, null],
    ['@ Ben', 5, null],
    ['@Ben\nx', 6, null],
    [`@${'x'.repeat(41)}`, 42, null],
    ['@Ben', 0, null],
  ])('%j with the caret at %d: %j', (text, caret, expected) => {
    expect(mentionAt(text, caret)).toEqual(expected);
  });
});

test.each([
  ['', ['Ada Lovelace', 'Ben', 'Ben', 'Benno Ada', 'Zoë Élan']],
  ['ada', ['Ada Lovelace', 'Benno Ada']],
  ['BEN', ['Ben', 'Ben', 'Benno Ada']],
  ['elan', ['Zoë Élan']],
  ['da', []],
])('for @%s are offered %j', (typed, names) => {
  expect(peopleFor(typed, people).map(({ name }) => name)).toEqual(names);
});

test('no more are offered than can be looked at', () => {
  expect(peopleFor('', people, 2)).toHaveLength(2);
});

test.each([
  ['so @Be', { at: 3, typed: 'Be' }, { text: 'so @Ben ', caret: 8 }],
  ['so @B now', { at: 3, typed: 'B' }, { text: 'so @Ben now', caret: 8 }],
  ['@', { at: 0, typed: '' }, { text: '@Ben ', caret: 5 }],
])('%j becomes %j', (text, calling, expected) => {
  expect(withName(text, calling, 'Ben')).toEqual(expected);
});

test.each([
  ['plain', ['plain']],
  ['@Ben!', ['*@Ben', '!']],
  ['Hi @Benno Ada, @Ben', ['Hi ', '*@Benno Ada', ', ', '*@Ben']],
  ['@Bennet and a@Ben', ['@Bennet and a@Ben']],
  ['@Ada Lovelace’s', ['*@Ada Lovelace', '’s']],
  ['', []],
])('%j is read as %j', (body, expected) => {
  const parts = bodyParts(
    body,
    people.map(({ name }) => name),
  );
  expect(parts.map(({ text, isMention: isCall }) => (isCall ? `*${text}` : text))).toEqual(
    expected,
  );
  expect(parts.map(({ text }) => text).join('')).toBe(body);
});

test.each([
  ['@Ada Lovelace and @Benno Ada', [], ['1', '3']],
  ['@Ben', [], ['2', '5']],
  ['@Ben', ['5'], ['5']],
  ['@Ben @Ben', ['5'], ['5']],
  ['Ben', ['5'], []],
  ['@Nobody', [], []],
])('%j, chosen %j, calls %j', (body, chosen, expected) => {
  expect(mentionedIn(body, people, new Set(chosen))).toEqual(expected);
});
