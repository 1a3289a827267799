import { Text } from '@mantine/core';
import type { PlaceState } from './place';
import { progressWords, stateWords } from './settling-words';
import { stateInks } from './state-inks';
import { StackedBar } from './stacked-bar';

const drawn = Object.entries(stateInks) as [keyof typeof stateInks, string][];

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
        parts={drawn.map(([state, ink]) => ({
          key: state,
          name: stateWords[state].name,
          count: counts[state],
          ink,
        }))}
      />
    </div>
  );
}
