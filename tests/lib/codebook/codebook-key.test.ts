import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codebookKey, keyOf } from '@/lib/codebook/codebook-key';

describe('codebookKey', () => {
  test.each([
    'loaded_framing',
    'Name_Calling,Labeling',
    'Obfuscation,Intentional_Vagueness,Confusion',
    'Black-and-White_Fallacy',
    '1.2',
    'přisvojení',
    'two words',
    '😀',
    'x'.repeat(128),
  ])('keeps %j to the character', (key) => {
    expect(codebookKey.parse(key)).toBe(key);
  });

  test.each([
    '',
    ' a',
    'a ',
    'a\nb',
    'a\tb',
    'a\u0000',
    'a\u2028b',
    'a\u202eb',
    '\ud83d',
    '__proto__',
    'x'.repeat(129),
  ])('refuses %j', (key) => {
    expect(codebookKey.safeParse(key).success).toBe(false);
  });
});

describe('keyOf', () => {
  test.each([
    ['Loaded framing', 'loaded_framing'],
    ['  Scare—quote! ', 'scare_quote'],
    ['Přehánění', 'prehaneni'],
    ['…', ''],
  ])('makes %j into %j', (name, key) => {
    expect(keyOf(name)).toBe(key);
  });

  test('what it makes is a key, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const key = keyOf(name);
        return key === '' || codebookKey.safeParse(key).success;
      }),
    );
  });
});
