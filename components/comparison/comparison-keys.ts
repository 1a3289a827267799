import type { KeyPress, Situation, KeyGroup } from '@/components/workbench/key-map';

/** A command of the comparison page. */
export type ComparisonCommand = 'next' | 'previous' | 'heat' | 'view' | 'help' | 'clear';

const letters: Record<string, ComparisonCommand> = {
  j: 'next',
  n: 'next',
  k: 'previous',
  p: 'previous',
  h: 'heat',
  m: 'view',
  '?': 'help',
};

/** The command of a key press; null leaves the key to the browser. */
export function comparisonCommandOf(
  { key, shiftKey, ctrlKey, altKey, metaKey }: KeyPress,
  { focus, isChosen, singleKeys }: Pick<Situation, 'focus' | 'isChosen' | 'singleKeys'>,
): ComparisonCommand | null {
  if (focus === 'over' || focus === 'field' || ctrlKey || altKey || metaKey) return null;
  if (key === 'Escape') return isChosen ? 'clear' : null;
  if (!singleKeys) return null;
  return letters[shiftKey ? key : key.toLowerCase()] ?? null;
}

/** Every key of the comparison page, for the list of keys. */
export const comparisonKeys: KeyGroup[] = [
  {
    name: 'Passages',
    lines: [
      { ways: [['j'], ['n']], does: 'next passage in the list' },
      { ways: [['k'], ['p']], does: 'previous passage' },
      { ways: [['Esc']], does: 'clear the selection' },
    ],
  },
  {
    name: 'Everything',
    lines: [
      { ways: [['h']], does: 'shade by density, by disagreement, by nothing' },
      { ways: [['m']], does: 'the list of passages, the label matrix' },
      { ways: [['?']], does: 'this list' },
    ],
  },
];
