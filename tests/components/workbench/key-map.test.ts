import { commandOf } from '@/components/workbench/key-map';
import type { KeyPress, Situation } from '@/components/workbench/key-map';

const labels = [
  { key: 'loaded_framing', hotkey: '1' },
  { key: 'unsupported_claim', hotkey: '2' },
  { key: 'direct_quote', hotkey: 'q' },
  { key: 'no_key', hotkey: '' },
];

const press = (keys: string, code = ''): KeyPress => {
  const parts = keys.split('+');
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key: parts.at(-1) ?? '',
    code,
    shiftKey: has('Shift'),
    ctrlKey: has('Ctrl'),
    altKey: has('Alt'),
    metaKey: has('Meta'),
    altGraph: has('AltGr'),
    repeat: has('Repeat'),
  };
};

const article: Situation = {
  focus: 'article',
  isHeld: true,
  isChosen: true,
  hasNext: true,
  hasPrevious: true,
  singleKeys: true,
  labels,
};

const asked = (keys: string, change: Partial<Situation> = {}, code = '') =>
  commandOf(press(keys, code), { ...article, ...change });

describe('keys on the annotate page', () => {
  test.each([
    ['1', { do: 'label', label: 'loaded_framing' }],
    ['2', { do: 'label', label: 'unsupported_claim' }],
    ['q', { do: 'label', label: 'direct_quote' }],
    ['Shift+Q', { do: 'label', label: 'direct_quote' }],
    ['w', { do: 'select', unit: 'word' }],
    ['s', { do: 'select', unit: 'sentence' }],
    ['p', { do: 'select', unit: 'paragraph' }],
    ['j', { do: 'go', to: 'next' }],
    ['k', { do: 'go', to: 'previous' }],
    ['Tab', { do: 'go', to: 'next' }],
    ['Shift+Tab', { do: 'go', to: 'previous' }],
    ['[', { do: 'move', side: 'start', towards: 'outside' }],
    ['Shift+{', { do: 'move', side: 'start', towards: 'inside' }],
    [']', { do: 'move', side: 'end', towards: 'outside' }],
    ['Shift+}', { do: 'move', side: 'end', towards: 'inside' }],
    ['Shift+]', { do: 'move', side: 'end', towards: 'inside' }],
    ['n', { do: 'note' }],
    ['c', { do: 'confidence' }],
    ['d', { do: 'discuss' }],
    ['Delete', { do: 'remove' }],
    ['Backspace', { do: 'remove' }],
    ['Ctrl+z', { do: 'undo' }],
    ['Meta+z', { do: 'undo' }],
    ['Ctrl+Shift+Z', { do: 'redo' }],
    ['Meta+Shift+Z', { do: 'redo' }],
    ['Ctrl+y', { do: 'redo' }],
    ['Ctrl+Enter', { do: 'submit' }],
    ['Meta+Enter', { do: 'submit' }],
    ['Shift+?', { do: 'help' }],
    ['W', { do: 'select', unit: 'word' }],
    ['Ctrl+k', { do: 'palette' }],
    ['Meta+k', { do: 'palette' }],
    ['Escape', { do: 'clear' }],
  ])('%s', (keys, command) => {
    expect(asked(keys)).toEqual(command);
  });

  test.each([
    ['a letter that nothing has', 'x', {}],
    ['a capital of the page’s own letters', 'Shift+W', {}],
    ['arrows', 'Shift+ArrowRight', {}],
    ['a copy', 'Ctrl+c', {}],
    ['a print', 'Ctrl+p', {}],
    ['a save', 'Meta+s', {}],
    ['a zoom', 'Ctrl+1', {}],
    ['a browser tab', 'Alt+1', {}],
    ['Tab at the last annotation', 'Tab', { hasNext: false }],
    ['Shift+Tab at the first', 'Shift+Tab', { hasPrevious: false }],
    ['Tab elsewhere', 'Tab', { focus: 'page' }],
    ['Delete with nothing chosen', 'Delete', { isChosen: false }],
    ['a bracket with nothing chosen', '[', { isChosen: false }],
    ['Escape with nothing held', 'Escape', { isHeld: false }],
    ['typing', '1', { focus: 'field' }],
    ['deleting in a field', 'Backspace', { focus: 'field' }],
    ['undoing in a field', 'Ctrl+z', { focus: 'field' }],
    ['submitting from a field', 'Ctrl+Enter', { focus: 'field' }],
    ['a key over the page', '1', { focus: 'over' }],
    ['Escape over the page', 'Escape', { focus: 'over' }],
    ['the palette over the page', 'Ctrl+k', { focus: 'over' }],
    ['a letter when they are off', 'w', { singleKeys: false }],
    ['a digit when they are off', '1', { singleKeys: false }],
  ] as const)('%s stays the browser’s', (_, keys, change) => {
    expect(asked(keys, change)).toBeNull();
  });

  test('a plus holds what is selected, whether it needs Shift or not', () => {
    expect(commandOf({ ...press('x'), key: '+' }, article)).toEqual({ do: 'keep-selection' });
    expect(commandOf({ ...press('Shift+x'), key: '+' }, article)).toEqual({ do: 'keep-selection' });
  });

  test('a field is left by Escape and opens the palette', () => {
    expect(asked('Escape', { focus: 'field', isHeld: false })).toEqual({ do: 'leave-field' });
    expect(asked('Ctrl+k', { focus: 'field' })).toEqual({ do: 'palette' });
  });

  test('the whole page handles the keys, not only the article', () => {
    expect(asked('1', { focus: 'page' })).toEqual({ do: 'label', label: 'loaded_framing' });
  });

  test('keys with a modifier stay when the others are switched off', () => {
    expect(asked('Ctrl+z', { singleKeys: false })).toEqual({ do: 'undo' });
    expect(asked('Delete', { singleKeys: false })).toEqual({ do: 'remove' });
  });

  test('a repeated key moves, undoes and resizes, but labels and removes once', () => {
    expect(asked('Repeat+j')).toEqual({ do: 'go', to: 'next' });
    expect(asked('Repeat+]')).toEqual({ do: 'move', side: 'end', towards: 'outside' });
    expect(asked('Repeat+1')).toBeNull();
    expect(asked('Repeat+Delete')).toBeNull();
    expect(asked('Ctrl+Repeat+Enter')).toBeNull();
  });
});

describe('other layouts', () => {
  test.each([
    ['German, AltGr+8', 'AltGr+[', 'Digit8', 'start', 'outside'],
    ['German on Windows, where AltGr is Ctrl+Alt', 'Ctrl+Alt+]', 'Digit9', 'end', 'outside'],
    ['German, AltGr+7', 'AltGr+{', 'Digit7', 'start', 'inside'],
    ['German, the bracket’s place', 'ü', 'BracketLeft', 'start', 'outside'],
    ['German, the bracket’s place with Shift', 'Shift+Ü', 'BracketLeft', 'start', 'inside'],
    ['Nordic, the other place', 'Shift+^', 'BracketRight', 'end', 'inside'],
  ])('%s', (_, keys, code, side, towards) => {
    expect(asked(keys, {}, code)).toEqual({ do: 'move', side, towards });
  });

  test('a label with a shortcut on the bracket’s physical key has precedence', () => {
    const own = [{ key: 'irony', hotkey: 'ü' }];
    expect(asked('ü', { labels: own }, 'BracketLeft')).toEqual({ do: 'label', label: 'irony' });
  });

  test('French digits count without Shift, by their physical key', () => {
    expect(asked('&', {}, 'Digit1')).toEqual({ do: 'label', label: 'loaded_framing' });
    expect(asked('Shift+1', {}, 'Digit1')).toEqual({ do: 'label', label: 'loaded_framing' });
    expect(asked('Shift+!', {}, 'Digit1')).toBeNull();
    expect(asked('2', {}, 'Numpad2')).toEqual({ do: 'label', label: 'unsupported_claim' });
  });

  test('labels whose shortcuts differ only by case are distinguished', () => {
    const pair = [
      { key: 'lower', hotkey: 'a' },
      { key: 'upper', hotkey: 'A' },
    ];
    expect(asked('a', { labels: pair })).toEqual({ do: 'label', label: 'lower' });
    expect(asked('Shift+A', { labels: pair })).toEqual({ do: 'label', label: 'upper' });
  });
});
