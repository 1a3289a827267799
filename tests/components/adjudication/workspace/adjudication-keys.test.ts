import { describe, expect, test } from '@jest/globals';
import type { AdjudicationSituation } from '@/components/adjudication/workspace/adjudication-keys';
import {
  adjudicationCommandOf,
  adjudicationKeys,
} from '@/components/adjudication/workspace/adjudication-keys';

const page: AdjudicationSituation = {
  focus: 'page',
  singleKeys: true,
  labels: [
    { key: 'framing', hotkey: '1' },
    { key: 'claim', hotkey: 'c' },
  ],
  step: 'choose',
  isOnButton: false,
  isInReason: false,
  isReasonEmpty: true,
};

function command(key: string, at: Partial<AdjudicationSituation> = {}, held: object = {}) {
  const press = {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : '',
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    altGraph: false,
    repeat: false,
    ...held,
  };
  return adjudicationCommandOf(press, { ...page, ...at });
}

describe('choosing', () => {
  test.each([
    ['1', { do: 'version', at: 0 }],
    ['9', { do: 'version', at: 8 }],
    ['0', { do: 'reject' }],
    ['r', { do: 'reject' }],
    ['j', { do: 'next' }],
    ['N', { do: 'next' }],
    ['p', { do: 'previous' }],
    ['e', { do: 'edit' }],
    ['o', { do: 'own' }],
    ['u', { do: 'undo' }],
    ['Backspace', { do: 'back' }],
    ['Enter', { do: 'enter' }],
    ['Escape', { do: 'clear' }],
    ['?', { do: 'help' }],
    ['q', null],
  ])('%s asks for %j', (key, expected) => {
    expect(command(key)).toEqual(expected);
    // The article handles the arrow keys itself, and nothing else.
    expect(command(key, { focus: 'article' })).toEqual(expected);
  });

  test('Enter is a button’s own; with Shift a reason is asked for', () => {
    expect(command('Enter', { isOnButton: true })).toBeNull();
    expect(command('Enter', {}, { shiftKey: true })).toEqual({ do: 'why' });
  });

  test('a held key goes on and decides nothing', () => {
    const repeat = { repeat: true };
    expect(command('j', {}, repeat)).toEqual({ do: 'next' });
    for (const key of ['1', 'r', 'u', 'Enter', 'Backspace'])
      expect(command(key, {}, repeat)).toBeNull();
  });

  test.each([
    ['1', { focus: 'over' }, {}],
    ['1', { focus: 'field' }, {}],
    ['1', { singleKeys: false }, {}],
    ['r', {}, { ctrlKey: true }],
  ] as const)('%s is the browser’s with %j %j', (key, at, held) => {
    expect(command(key, at, held)).toBeNull();
  });

  test('without single keys there are still Enter and Escape', () => {
    expect(command('Enter', { singleKeys: false })).toEqual({ do: 'enter' });
    expect(command('Escape', { focus: 'field' })).toEqual({ do: 'leave-field' });
  });
});

describe('adjusting', () => {
  const edit = { step: 'edit' } as const;
  test.each([
    ['1', {}, { do: 'label', label: 'framing' }],
    ['c', {}, { do: 'label', label: 'claim' }],
    ['[', {}, { do: 'move', side: 'start', towards: 'outside' }],
    ['}', { shiftKey: true }, { do: 'move', side: 'end', towards: 'inside' }],
    ['n', {}, { do: 'note' }],
    ['Delete', {}, { do: 'remove-draft' }],
    ['e', {}, { do: 'edit' }],
    // A digit that is no label’s chooses no version behind one’s back.
    ['2', {}, null],
  ])('%s %j asks for %j', (key, held, expected) => {
    expect(command(key, edit, held)).toEqual(expected);
  });
});

describe('giving the reason', () => {
  const field = { step: 'reason', focus: 'field', isInReason: true } as const;
  test('a digit chooses as long as nothing is written; then it is written', () => {
    expect(command('2', field)).toEqual({ do: 'reason', at: 1 });
    expect(command('2', { ...field, isReasonEmpty: false })).toBeNull();
    expect(command('2', { step: 'reason' })).toEqual({ do: 'reason', at: 1 });
  });

  test('letters are written, Enter decides, Shift and Enter make a line, Escape goes back', () => {
    expect(command('r', field)).toBeNull();
    expect(command('Enter', field)).toEqual({ do: 'enter' });
    expect(command('Enter', field, { shiftKey: true })).toBeNull();
    expect(command('Escape', field)).toEqual({ do: 'clear' });
  });
});

test('every listed key has a description', () => {
  for (const { lines } of adjudicationKeys)
    for (const { ways, does } of lines)
      expect([ways.length > 0, does.length > 3]).toEqual([true, true]);
});
