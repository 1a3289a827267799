import type { KeyPress, Situation, KeyGroup } from '@/components/workbench/key-map';

/** What a key asks of the comparison page. */
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

/** What this key asks for here; null leaves it to the browser. */
export function comparisonCommandOf(
  { key, shiftKey, ctrlKey, altKey, metaKey }: KeyPress,
  { focus, isChosen, singleKeys }: Pick<Situation, 'focus' | 'isChosen' | 'singleKeys'>,
): ComparisonCommand | null {
  if (focus === 'over' || focus === 'field' || ctrlKey || altKey || metaKey) return null;
  if (key === 'Escape') return isChosen ? 'clear' : null;
  if (!singleKeys) return null;
  return letters[shiftKey ? key : key.toLowerCase()] ?? null;
}

/** Every key of the comparison page, for its list of keys. */
export const comparisonKeys: KeyGroup[] = [
  {
    name: 'Places',
    lines: [
      { ways: [['j'], ['n']], does: 'next place in the list' },
      { ways: [['k'], ['p']], does: 'previous place' },
      { ways: [['Esc']], does: 'let go of the chosen place' },
    ],
  },
  {
    name: 'Everything',
    lines: [
      { ways: [['h']], does: 'heat: where many mark, where they conflict, none' },
      { ways: [['m']], does: 'the list of places, the matrix of labels' },
      { ways: [['?']], does: 'this list' },
    ],
  },
];
