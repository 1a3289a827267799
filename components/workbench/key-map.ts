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
