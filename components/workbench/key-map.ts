import type { Label } from '@/lib/codebook/codebook';

/** A command of the annotate page. */
export type Command =
  | { do: 'label'; label: string }
  | { do: 'select'; unit: 'word' | 'sentence' | 'paragraph' }
  | { do: 'go'; to: 'next' | 'previous' }
  | { do: 'move'; side: 'start' | 'end'; towards: 'outside' | 'inside' }
  | { do: 'note' | 'confidence' | 'remove' | 'undo' | 'redo' | 'submit' }
  | { do: 'keep-selection' | 'here' | 'help' | 'palette' | 'clear' | 'leave-field' }
  /** `discuss-saved`: of the selection at the time when the palette opened. */
  | { do: 'discuss' | 'discuss-saved' };

/** The part of a KeyboardEvent that matters; `altGraph` is `getModifierState('AltGraph')`. */
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

/** The state of the page when the key is pressed. */
export type Situation = {
  /** Where the focus is; `over` is a dialog, a menu or an open list, which handle their own keys. */
  focus: 'article' | 'page' | 'field' | 'over';
  /** Whether text is selected or an annotation is chosen. */
  isHeld: boolean;
  isChosen: boolean;
  /** Whether Tab reaches another annotation before it leaves the article. */
  hasNext: boolean;
  hasPrevious: boolean;
  /** Whether single characters without a modifier are commands; see `DisplaySettings`. */
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

/** The physical keys of the brackets, for layouts where brackets need AltGr. */
const bracketByCode: Record<string, '[' | ']'> = { BracketLeft: '[', BracketRight: ']' };

function withModifier({ key, shiftKey, repeat }: KeyPress): Command | null {
  const letter = key.toLowerCase();
  if (letter === 'z') return { do: shiftKey ? 'redo' : 'undo' };
  if (letter === 'y' && !shiftKey) return { do: 'redo' };
  if (key === 'Enter' && !repeat) return { do: 'submit' };
  return null;
}

/** The command of a label's shortcut; see `commandOf`. */
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

/** The command of a bracket: which end of the span moves, and in which direction. */
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
 * The command of a key press; null leaves the key to the browser. Labels' shortcuts take precedence
 * over the page's keys: first the exact character, then the other case, then the physical digit key (on
 * layouts where digits need Shift).
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

/** One line of the list of keys: alternative key combinations, and what they do. */
export type KeyLine = { ways: string[][]; does: string };

/** A titled group of keys. */
export type KeyGroup = { name: string; lines: KeyLine[] };

/** Every key of the annotate page; `modifier` is the platform's name of the modifier key. */
export function keyList(
  modifier: string,
  labels: readonly Pick<Label, 'name' | 'hotkey'>[],
): KeyGroup[] {
  const hotkeys = labels
    .filter(({ hotkey }) => hotkey !== '')
    .map(({ name, hotkey }): KeyLine => ({ ways: [[hotkey]], does: name }));
  return [
    { name: 'Label the selection, or relabel the chosen annotation', lines: hotkeys },
    {
      name: 'Select',
      lines: [
        { ways: [['←'], ['→'], ['↑'], ['↓']], does: 'move the caret' },
        { ways: [['Shift', '→']], does: 'extend the selection' },
        {
          ways: [['w'], ['s'], ['p']],
          does: 'select the word, sentence, paragraph; again: extend by one',
        },
        { ways: [['Alt', 'drag']], does: 'select to the character rather than whole words' },
        { ways: [[modifier, 'drag']], does: 'add a segment to the selection' },
        { ways: [['+']], does: 'keep the selection and add the next one to it' },
        { ways: [['Esc']], does: 'clear the selection' },
      ],
    },
    {
      name: 'Annotations',
      lines: [
        { ways: [['j'], ['k']], does: 'next, previous' },
        { ways: [['Tab'], ['Shift', 'Tab']], does: 'next, previous, then out of the article' },
        { ways: [['['], [']']], does: 'move its start, its end outwards by a word' },
        {
          ways: [
            ['Shift', '['],
            ['Shift', ']'],
          ],
          does: 'move its start, its end inwards',
        },
        { ways: [['n']], does: 'write its note (Esc: back to the article)' },
        { ways: [['c']], does: 'set your confidence' },
        { ways: [['Delete'], ['Backspace']], does: 'delete it' },
        { ways: [['h']], does: 'show colleagues’ annotations here (Tab: next)' },
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
          does: 'discuss the selection or the chosen annotation; else show all threads',
        },
        { ways: [[modifier, 'K']], does: 'find a label, an annotation or a command' },
        { ways: [['?']], does: 'this list' },
      ],
    },
  ];
}

/** The labels' shortcuts in a phrase, “1, 2 or 3”; null where no label has one. */
export function hotkeySentence(labels: readonly Pick<Label, 'hotkey'>[]): string | null {
  const keys = labels.map(({ hotkey }) => hotkey).filter((hotkey) => hotkey !== '');
  const shown = keys.length > 4 ? [...keys.slice(0, 3), keys.at(-1) ?? ''] : keys;
  const last = shown.at(-1);
  if (last === undefined) return null;
  if (shown.length === 1) return last;
  return `${shown.slice(0, -1).join(', ')}${keys.length > 4 ? ' …' : ''} or ${last}`;
}
