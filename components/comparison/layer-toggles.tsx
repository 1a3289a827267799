import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { counted } from '@/components/ui/format-text';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { TaggedLayer } from '@/components/workbench/layer-index';
import { AuthorTag } from '@/components/workbench/author-tag';
import { labelsAt } from '@/components/workbench/at-position';
import classes from '@/components/workbench/toggles.module.css';

function layerSummary({ annotationCount, state, kind }: TaggedLayer): string {
  const done = state === 'submitted' ? 'submitted' : 'still open';
  const countText = counted(annotationCount, 'highlight');
  return kind === 'analyst' ? `${countText}, ${done}` : `${countText}, ${kind}`;
}

/** Whose readings are laid beside each other, in the order of their lines; and what each says where the pointer is. */
export function LayerToggles({
  layers,
  shown,
  lookup,
  position,
  onToggle,
  onAll,
}: {
  layers: readonly TaggedLayer[];
  shown: ReadonlySet<string>;
  lookup: LabelLookup;
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
        {layers.length > 2 && (
          <Button variant="subtle" size="compact-xs" onClick={() => onAll(shown.size === 0)}>
            {shown.size === 0 ? 'Show all' : 'Hide all'}
          </Button>
        )}
      </Group>
      <Stack gap={6} mt={4}>
        {layers.map((layer) => {
          const { layerId, annotations, tag, author } = layer;
          const isOn = shown.has(layerId);
          const labelKeys = position === null || !isOn ? [] : labelsAt(annotations, position);
          return (
            <Switch
              key={layerId}
              size="xs"
              checked={isOn}
              onChange={({ currentTarget }) => onToggle(layerId, currentTarget.checked)}
              label={
                <span className={classes.name}>
                  <AuthorTag tag={tag} />
                  <bdi>{author}</bdi>
                </span>
              }
              description={
                labelKeys.length === 0
                  ? layerSummary(layer)
                  : labelKeys.map((key) => (
                      <LabelHighlight key={key} label={lookup.of(key)} text={lookup.of(key).name} />
                    ))
              }
            />
          );
        })}
      </Stack>
    </section>
  );
}
