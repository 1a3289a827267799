import { expect, test } from '@jest/globals';
import type { Schema } from '@tiptap/pm/model';
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { commentExtensions } from '@/components/discussion/comment-extensions';
import type { Person } from '@/components/discussion/mention-text';
import {
  bodyParts,
  commentTextOf,
  documentOf,
  matchingPeople,
} from '@/components/discussion/mention-text';

const people: Person[] = [
  { id: '1', name: 'Ada Lovelace' },
  { id: '2', name: 'Ben' },
  { id: '3', name: 'Benno Ada' },
  { id: '4', name: 'Zoë Élan' },
  { id: '5', name: 'Ben' },
];

const schema: Schema = getSchema(
  commentExtensions({
    placeholder: '',
    people: () => Promise.resolve(people),
    onSuggest: () => undefined,
    onKey: () => false,
  }),
);

test.each([
  ['', ['Ada Lovelace', 'Ben', 'Ben', 'Benno Ada', 'Zoë Élan']],
  ['ada', ['Ada Lovelace', 'Benno Ada']],
  ['BEN', ['Ben', 'Ben', 'Benno Ada']],
  ['elan', ['Zoë Élan']],
  ['da', []],
  [' Ben', []],
  ['x'.repeat(41), []],
])('for @%s are suggested %j', (query, names) => {
  expect(matchingPeople(query, people).map(({ name }) => name)).toEqual(names);
});

test('the number of suggestions is limited', () => {
  expect(matchingPeople('', people, 2)).toHaveLength(2);
});

test.each([
  ['plain', ['plain']],
  ['@Ben!', ['2: @Ben', '!']],
  ['Hi @Benno Ada, @Ben', ['Hi ', '3: @Benno Ada', ', ', '2: @Ben']],
  ['@Bennet and a@Ben', ['@Bennet and a@Ben']],
  ['@Ada Lovelace’s', ['1: @Ada Lovelace', '’s']],
  ['@Ben, @Ben and @Ben', ['2: @Ben', ', ', '5: @Ben', ' and ', '2: @Ben']],
  ['@Nobody', ['@Nobody']],
  ['', []],
])('%j is read as %j', (body, expected) => {
  const parts = bodyParts({ body, mentions: people });
  expect(parts.map(({ text, person }) => (person ? `${person.id}: ${text}` : text))).toEqual(
    expected,
  );
  expect(parts.map(({ text }) => text).join('')).toBe(body);
});

test('only mentioned people are matched', () => {
  expect(bodyParts({ body: '@Ben', mentions: [] })).toEqual([{ text: '@Ben', person: null }]);
});

test('an unedited document returns the same text and mentions', () => {
  const piece = fc.constantFrom('@Ben', '@Ada Lovelace', ' ', '\n', 'a', '@', '😀', 'Zoë', '\t');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.subarray(people), (pieces, mentions) => {
      const comment = { body: pieces.join(''), mentions };
      const document = schema.nodeFromJSON(documentOf(comment));
      document.check();
      const again = commentTextOf(document);
      expect(again.body).toBe(comment.body);
      const named = bodyParts(comment).flatMap(({ person }) => person?.id ?? []);
      expect(again.mentions.map(({ id }) => id)).toEqual([...new Set(named)]);
    }),
  );
});
