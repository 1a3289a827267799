import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { counted } from '@/components/annotate/deed-words';
import type { LabelShelf } from '@/components/annotate/label-shelf';
import { LabelMark } from '@/components/codebook/label-mark';
import type { ShownReading } from './reading-shelf';
import { ReadingTag } from './reading-tag';
import { labelsAt } from './said-here';
import classes from './toggles.module.css';

function layerWords({ annotations, state, kind }: ShownReading): string {
  const done = state === 'submitted' ? 'submitted' : 'still open';
  const marks = counted(annotations, 'highlight');
  return kind === 'analyst' ? `${marks}, ${done}` : `${marks}, ${kind}`;
}

/** Whose readings are laid beside each other, in the order of their lines; and what each says where the pointer is. */
export function LayerToggles({
  readings,
  shown,
  shelf,
  position,
  onToggle,
  onAll,
}: {
  readings: readonly ShownReading[];
  shown: ReadonlySet<string>;
  shelf: LabelShelf;
  /** Where the pointer is in the article; null elsewhere. */
  position: number | null;
  onToggle: (layerId: string, isOn: boolean) => void;
  onAll: (isOn: boolean) => void;
}) {
  return (
    <section aria-label="Readings">
      <Group justify="space-between" gap={4}>
        <Text size="sm" fw={500}>
          Readings
        </Text>
        {readings.length > 2 && (
          <Button variant="subtle" size="compact-xs" onClick={() => onAll(shown.size === 0)}>
            {shown.size === 0 ? 'Show all' : 'Hide all'}
          </Button>
        )}
      </Group>
      <Stack gap={6} mt={4}>
        {readings.map((reading) => {
          const { layerId, marks, tag, author } = reading;
          const isOn = shown.has(layerId);
          const said = position === null || !isOn ? [] : labelsAt(marks, position);
          return (
            <Switch
              key={layerId}
              size="xs"
              checked={isOn}
              onChange={({ currentTarget }) => onToggle(layerId, currentTarget.checked)}
              label={
                <span className={classes.name}>
                  <ReadingTag tag={tag} />
                  <bdi>{author}</bdi>
                </span>
              }
              description={
                said.length === 0
                  ? layerWords(reading)
                  : said.map((key) => (
                      <LabelMark key={key} label={shelf.of(key)} words={shelf.of(key).name} />
                    ))
              }
            />
          );
        })}
      </Stack>
    </section>
  );
}
