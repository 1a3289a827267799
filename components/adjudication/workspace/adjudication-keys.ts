import type { KeyPress, Situation, KeyGroup } from '@/components/workbench/key-map';
import { bracketed, labelled } from '@/components/workbench/key-map';

/** The step at a passage: choosing among its versions, adjusting a draft, or giving the reason. */
export type Step = 'choose' | 'edit' | 'reason';

/** A command of the adjudication page. */
export type AdjudicationCommand =
  | { do: 'next' | 'previous' | 'back' | 'clear' | 'reject' | 'edit' | 'own' | 'enter' | 'why' }
  | {
      do:
        | 'undo'
        | 'withdraw'
        | 'auto-resolve'
        | 'heat'
        | 'help'
        | 'note'
        | 'remove-draft'
        | 'leave-field';
    }
  | { do: 'version' | 'reason'; at: number }
  | { do: 'label'; label: string }
  | { do: 'select'; unit: 'word' | 'sentence' }
  | { do: 'move'; side: 'start' | 'end'; towards: 'outside' | 'inside' };

/** The state of the page when a key is pressed. */
export type AdjudicationSituation = Pick<Situation, 'focus' | 'singleKeys' | 'labels'> & {
  step: Step;
  /** Whether the focus is on something that Enter presses. */
  isOnButton: boolean;
  /** Whether the focus is in the reason field; and whether that is empty. */
  isInReason: boolean;
  isReasonEmpty: boolean;
};

const letters: Record<string, AdjudicationCommand> = {
  j: { do: 'next' },
  n: { do: 'next' },
  k: { do: 'previous' },
  p: { do: 'previous' },
  b: { do: 'back' },
  r: { do: 'reject' },
  '0': { do: 'reject' },
  e: { do: 'edit' },
  o: { do: 'own' },
  u: { do: 'undo' },
  x: { do: 'withdraw' },
  m: { do: 'auto-resolve' },
  h: { do: 'heat' },
  w: { do: 'select', unit: 'word' },
  s: { do: 'select', unit: 'sentence' },
  '?': { do: 'help' },
};

const digitOf = ({ key, code, shiftKey }: KeyPress): number | null => {
  const digit = /^[1-9]$/.exec(key)?.[0] ?? /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined || shiftKey ? null : Number(digit) - 1;
};

function editing(press: KeyPress, labels: Situation['labels']): AdjudicationCommand | null {
  const label = labelled(press, labels);
  if (label?.do === 'label') return label;
  if (press.key === 'n') return { do: 'note' };
  if (press.key === 'Delete') return { do: 'remove-draft' };
  const moved = bracketed(press);
  return moved?.do === 'move' ? moved : null;
}

/** The command of this key in this situation; null leaves the key to the browser. */
export function adjudicationCommandOf(
  press: KeyPress,
  { focus, singleKeys, labels, step, ...at }: AdjudicationSituation,
): AdjudicationCommand | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey, altGraph } = press;
  if (focus === 'over' || ((ctrlKey || altKey || metaKey) && !altGraph)) return null;
  const digit = digitOf(press);
  if (at.isInReason) {
    if (key === 'Enter' && !shiftKey) return press.repeat ? null : { do: 'enter' };
    if (key === 'Escape') return { do: 'clear' };
    return at.isReasonEmpty && digit !== null ? { do: 'reason', at: digit } : null;
  }
  if (focus === 'field') return key === 'Escape' ? { do: 'leave-field' } : null;
  if (key === 'Escape') return { do: 'clear' };
  if (key === 'Enter')
    return at.isOnButton || press.repeat ? null : { do: shiftKey ? 'why' : 'enter' };
  if (key === 'Backspace') return press.repeat ? null : { do: 'back' };
  if (!singleKeys) return null;
  if (step === 'edit') {
    const command = editing(press, labels);
    if (command !== null || digit !== null) return command;
  }
  if (digit !== null)
    return press.repeat ? null : { do: step === 'reason' ? 'reason' : 'version', at: digit };
  const command = letters[shiftKey ? key : key.toLowerCase()] ?? null;
  const goesOn = command?.do === 'next' || command?.do === 'previous';
  return press.repeat && !goesOn ? null : command;
}

/** Every key of the adjudication page, for its list of keys. */
export const adjudicationKeys: KeyGroup[] = [
  {
    name: 'Passages',
    lines: [
      { ways: [['j'], ['n']], does: 'next passage in the list' },
      { ways: [['k'], ['p']], does: 'previous passage' },
      { ways: [['b'], ['Backspace']], does: 'back to the passage where you were before' },
    ],
  },
  {
    name: 'Deciding',
    lines: [
      {
        ways: [['1'], ['…'], ['9']],
        does: 'choose that version, or no longer; several can be chosen',
      },
      { ways: [['0'], ['r']], does: 'reject all' },
      { ways: [['e']], does: 'adjust what is chosen: words, label, attributes, note' },
      { ways: [['o']], does: 'write your own annotation on the words that you have selected' },
      {
        ways: [['Enter']],
        does: 'on to the reason; with a reason: decide, and go to the next passage',
      },
      { ways: [['1'], ['…'], ['9']], does: 'at the reasons: decide for that reason' },
      { ways: [['Esc']], does: 'back a step' },
      { ways: [['u']], does: 'revoke your last decision on this page' },
      { ways: [['x']], does: 'revoke the decision on this passage' },
    ],
  },
  {
    name: 'Adjusting',
    lines: [
      { ways: [['['], [']']], does: 'move its start, its end outwards by a word' },
      {
        ways: [
          ['Shift', '['],
          ['Shift', ']'],
        ],
        does: 'move them inwards',
      },
      { ways: [['e']], does: 'give it the words that you have selected' },
      { ways: [['a label’s key']], does: 'give it that label' },
      { ways: [['n']], does: 'write its note (Esc: back)' },
      { ways: [['Delete']], does: 'delete it' },
    ],
  },
  {
    name: 'Selecting words',
    lines: [
      { ways: [['w'], ['s']], does: 'select the word, sentence at the caret; again: one more' },
      { ways: [['Shift', '→']], does: 'extend the selection' },
    ],
  },
  {
    name: 'Page',
    lines: [
      { ways: [['m']], does: 'auto-resolve what is not in dispute; back to the passages' },
      { ways: [['h']], does: 'shade by density, by disagreement, by nothing' },
      { ways: [['?']], does: 'this list' },
    ],
  },
];
