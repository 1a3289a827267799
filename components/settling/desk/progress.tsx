import { Text } from '@mantine/core';
import type { Place } from './place';
import type { PlaceState } from './place';
import { progressWords, stateWords } from './settling-words';
import { StackedBar } from './stacked-bar';

/** The states in which units are, and how they are drawn. */
const drawn: { state: Place['state']; ink: string }[] = [
  { state: 'person', ink: '#0072b2' },
  { state: 'rule', ink: '#56b4e9' },
  { state: 'attributes', ink: '#e69f00' },
  { state: 'changed', ink: '#d55e00' },
  { state: 'open', ink: '#868e96' },
];

/** How far a desk is: in words, and as a bar. */
export function Progress({ counts }: { counts: Record<PlaceState, number> }) {
  const words = progressWords(counts);
  return (
    <div>
      <Text size="sm" fw={500} data-progress>
        {words}
      </Text>
      <StackedBar
        name={words}
        parts={drawn.map(({ state, ink }) => ({
          key: state,
          name: stateWords[state].name,
          count: counts[state],
          ink,
        }))}
      />
    </div>
  );
}
