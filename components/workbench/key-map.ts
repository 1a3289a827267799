import type { Label } from '@/lib/codebook/codebook';

/** What a key asks of the annotate page. */
export type Command =
  | { do: 'label'; label: string }
  | { do: 'select'; unit: 'word' | 'sentence' | 'paragraph' }
  | { do: 'go'; to: 'next' | 'previous' }
  | { do: 'move'; side: 'start' | 'end'; towards: 'outside' | 'inside' }
  | { do: 'note' | 'confidence' | 'remove' | 'undo' | 'redo' | 'submit' }
  | { do: 'keep-selection' | 'here' | 'help' | 'palette' | 'clear' | 'leave-field' }
  /** `discuss-kept`: what was selected when the palette opened. */
  | { do: 'discuss' | 'discuss-saved' };

/** Of a KeyboardEvent what counts; `altGraph` is `getModifierState('AltGraph')`. */
export type KeyPress = {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  altGraph: boolean;
  repeat: boolean;
};

/** What the page holds when the key is pressed. */
export type Situation = {
  /** Where the focus is: 'over' is a dialog, a menu or an open list, which keep their own keys. */
  focus: 'article' | 'page' | 'field' | 'over';
  /** Something is selected, or an annotation is chosen. */
  isHeld: boolean;
  isChosen: boolean;
  /** Whether Tab finds another mark before it leaves the article. */
  hasNext: boolean;
  hasPrevious: boolean;
  /** Whether letters, digits and signs on their own do something; people may switch that off. */
  singleKeys: boolean;
  labels: readonly Pick<Label, 'key' | 'hotkey'>[];
};

const letters: Record<string, Command> = {
  w: { do: 'select', unit: 'word' },
  s: { do: 'select', unit: 'sentence' },
  p: { do: 'select', unit: 'paragraph' },
  j: { do: 'go', to: 'next' },
  k: { do: 'go', to: 'previous' },
  n: { do: 'note' },
  c: { do: 'confidence' },
  h: { do: 'here' },
  d: { do: 'discuss' },
  '+': { do: 'keep-selection' },
  '?': { do: 'help' },
};

const brackets: Record<string, Command> = {
  '[': { do: 'move', side: 'start', towards: 'outside' },
  '{': { do: 'move', side: 'start', towards: 'inside' },
  ']': { do: 'move', side: 'end', towards: 'outside' },
  '}': { do: 'move', side: 'end', towards: 'inside' },
};

/** The keys that have the brackets' place on layouts where the brackets need AltGr. */
const bracketByCode: Record<string, '[' | ']'> = { BracketLeft: '[', BracketRight: ']' };

function withModifier({ key, shiftKey, repeat }: KeyPress): Command | null {
  const letter = key.toLowerCase();
  if (letter === 'z') return { do: shiftKey ? 'redo' : 'undo' };
  if (letter === 'y' && !shiftKey) return { do: 'redo' };
  if (key === 'Enter' && !repeat) return { do: 'submit' };
  return null;
}

/** The label whose key was pressed; see `commandOf`. */
export function labelled(
  { key, code, shiftKey }: KeyPress,
  labels: Situation['labels'],
): Command | null {
  const digit = shiftKey ? undefined : /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  const found =
    labels.find(({ hotkey }) => hotkey === key) ??
    labels.find(({ hotkey }) => hotkey !== '' && hotkey.toLowerCase() === key.toLowerCase()) ??
    labels.find(({ hotkey }) => hotkey !== '' && hotkey === digit);
  return found === undefined ? null : { do: 'label', label: found.key };
}

/** Which end of a span a bracket moves, and which way. */
export function bracketed({ key, code, shiftKey }: KeyPress): Command | null {
  const bracket = bracketByCode[code];
  if (shiftKey && (key === '[' || key === ']')) return brackets[key === '[' ? '{' : '}'] ?? null;
  if (brackets[key] !== undefined || bracket === undefined) return brackets[key] ?? null;
  return brackets[shiftKey ? { '[': '{', ']': '}' }[bracket] : bracket] ?? null;
}

function alone(press: KeyPress, { labels, isChosen }: Situation): Command | null {
  const label = labelled(press, labels);
  if (label !== null) return press.repeat ? null : label;
  const { key, shiftKey } = press;
  const letter = shiftKey ? key : key.toLowerCase();
  return letters[letter] ?? (isChosen ? bracketed(press) : null);
}

function tabbed(
  { shiftKey }: KeyPress,
  { focus, hasNext, hasPrevious }: Situation,
): Command | null {
  if (focus !== 'article') return null;
  if (shiftKey) return hasPrevious ? { do: 'go', to: 'previous' } : null;
  return hasNext ? { do: 'go', to: 'next' } : null;
}

/**
 * What this key asks for here; null leaves it to the browser. A label's own key counts before the
 * page's, exactly as it is written, then in the other case, then by the digit's place (on layouts
 * where digits need Shift).
 */
export function commandOf(press: KeyPress, situation: Situation): Command | null {
  const { key, ctrlKey, altKey, metaKey, altGraph } = press;
  const withAltGr = altGraph || (ctrlKey && altKey);
  const modified = (ctrlKey || metaKey) && !withAltGr;
  if (situation.focus === 'over') return null;
  if (modified && !altKey && key.toLowerCase() === 'k') return { do: 'palette' };
  if (situation.focus === 'field') return key === 'Escape' ? { do: 'leave-field' } : null;
  if (modified) return altKey ? null : withModifier(press);
  if (altKey && !withAltGr) return null;
  if (key === 'Tab') return tabbed(press, situation);
  if (key === 'Escape') return situation.isHeld ? { do: 'clear' } : null;
  if (key === 'Delete' || key === 'Backspace')
    return situation.isChosen && !press.repeat ? { do: 'remove' } : null;
  return situation.singleKeys ? alone(press, situation) : null;
}

/** One line of the list of keys: the ways to press it, and what it does. */
export type KeyLine = { ways: string[][]; does: string };

/** Keys that belong together. */
export type KeyGroup = { name: string; lines: KeyLine[] };

/** Every key of the annotate page; `modifier` is how the machine calls its modifier key. */
export function keyList(
  modifier: string,
  labels: readonly Pick<Label, 'name' | 'hotkey'>[],
): KeyGroup[] {
  const hotkeys = labels
    .filter(({ hotkey }) => hotkey !== '')
    .map(({ name, hotkey }): KeyLine => ({ ways: [[hotkey]], does: name }));
  return [
    { name: 'Label the selection, or the chosen highlight anew', lines: hotkeys },
    {
      name: 'Select',
      lines: [
        { ways: [['←'], ['→'], ['↑'], ['↓']], does: 'move the caret' },
        { ways: [['Shift', '→']], does: 'extend the selection' },
        {
          ways: [['w'], ['s'], ['p']],
          does: 'select the word, sentence, paragraph; again: one more',
        },
        { ways: [['Alt', 'drag']], does: 'select to the character rather than whole words' },
        { ways: [[modifier, 'drag']], does: 'add a piece to what is selected' },
        { ways: [['+']], does: 'keep what is selected and add the next selection to it' },
        { ways: [['Esc']], does: 'let go' },
      ],
    },
    {
      name: 'Highlights',
      lines: [
        { ways: [['j'], ['k']], does: 'next, previous' },
        { ways: [['Tab'], ['Shift', 'Tab']], does: 'next, previous, then out of the article' },
        { ways: [['['], [']']], does: 'move its start, its end outwards by a word' },
        {
          ways: [
            ['Shift', '['],
            ['Shift', ']'],
          ],
          does: 'move them inwards',
        },
        { ways: [['n']], does: 'write its note (Esc: back to the article)' },
        { ways: [['c']], does: 'say how sure you are' },
        { ways: [['Delete'], ['Backspace']], does: 'remove it' },
        { ways: [['h']], does: 'read what colleagues have marked here (Tab: onwards)' },
      ],
    },
    {
      name: 'Everything',
      lines: [
        {
          ways: [
            [modifier, 'Z'],
            [modifier, 'Shift', 'Z'],
          ],
          does: 'undo, redo',
        },
        { ways: [[modifier, 'Enter']], does: 'submit' },
        {
          ways: [['d']],
          does: 'discuss the selection or the chosen highlight; else all discussion',
        },
        { ways: [[modifier, 'K']], does: 'find a label, a highlight or a command' },
        { ways: [['?']], does: 'this list' },
      ],
    },
  ];
}

/** “1, 2 or 3”: the labels' keys in a sentence; null where no label has one. */
export function hotkeySentence(labels: readonly Pick<Label, 'hotkey'>[]): string | null {
  const keys = labels.map(({ hotkey }) => hotkey).filter((hotkey) => hotkey !== '');
  const shown = keys.length > 4 ? [...keys.slice(0, 3), keys.at(-1) ?? ''] : keys;
  const last = shown.at(-1);
  if (last === undefined) return null;
  if (shown.length === 1) return last;
  return `${shown.slice(0, -1).join(', ')}${keys.length > 4 ? ' …' : ''} or ${last}`;
}
