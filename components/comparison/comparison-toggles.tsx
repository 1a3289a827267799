import { useAlive } from '@/components/ui/form';
import { Stack, Switch, Text, Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import type { ShownLabel, LabelLookup } from '@/components/article-text/labels';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import { counted } from '@/components/ui/format-text';
import type { TaggedLayer } from '@/components/workbench/layer-index';
import { AuthorTag } from '@/components/workbench/version-annotations';
import { labelsAt, formatHeat } from '@/components/workbench/pointed-position';
import classes from '@/components/workbench/toggles.module.css';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import { HeatSwitch } from '@/components/workbench/heat-switch';
import frame from '@/components/workbench/page-frame.module.css';
import type { useComparison } from './use-comparison';

/** Switches for the labels, which also serve as the legend of their lines. */
function LabelToggles({
  labels,
  hide,
  onHide,
}: {
  labels: readonly ShownLabel[];
  hide: readonly string[];
  onHide: (hide: string[]) => void;
}) {
  return (
    <section aria-label="Labels">
      <Text size="sm" fw={500}>
        Labels
      </Text>
      <Stack gap={6} mt={4}>
        {labels.map((label) => (
          <Switch
            key={label.key}
            size="xs"
            checked={!hide.includes(label.key)}
            onChange={({ currentTarget }) =>
              onHide(
                currentTarget.checked
                  ? hide.filter((key) => key !== label.key)
                  : [...hide, label.key],
              )
            }
            label={
              <>
                <LabelHighlight label={label} text={label.name} /> {label.tag}
              </>
            }
          />
        ))}
      </Stack>
    </section>
  );
}

function layerSummary({ annotationCount, state, kind }: TaggedLayer): string {
  const done = state === 'submitted' ? 'submitted' : 'still open';
  const countText = counted(annotationCount, 'annotation');
  return kind === 'analyst' ? `${countText}, ${done}` : `${countText}, ${kind}`;
}

/** Switches for the layers, in the order of their lines, each with its labels at the pointer. */
function LayerToggles({
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
  /** The text position under the pointer; null outside of the article. */
  position: number | null;
  onToggle: (layerId: string, isOn: boolean) => void;
  onAll: (isOn: boolean) => void;
}) {
  return (
    <section aria-label="Annotations">
      <Group justify="space-between" gap={4}>
        <Text size="sm" fw={500}>
          Annotations
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

type State = Pick<
  ReturnType<typeof useComparison>,
  'query' | 'change' | 'allLayers' | 'shown' | 'lookup' | 'compared'
>;

/** Controls for what is painted over the article: layers, labels and shading; also their legend. */
export function ComparisonToggles({
  state: { query, change, allLayers, shown, lookup, compared },
  position,
  isFolded,
}: {
  state: State;
  /** The text position under the pointer; null outside of the article. */
  position: number | null;
  /** Whether they are in a closed disclosure. */
  isFolded: boolean;
}) {
  const shownIds = useMemo(() => new Set(shown.map(({ layerId }) => layerId)), [shown]);
  const isAlive = useAlive();
  const labels = useMemo(() => {
    if (!isAlive) return lookup.offered;
    const used = new Set(
      allLayers.flatMap(({ annotations }) => annotations.map(({ label }) => label)),
    );
    const offered = lookup.offered.filter(({ key }) => used.has(key));
    const others = [...used].filter((key) => !offered.some((label) => label.key === key));
    return [...offered, ...others.map(lookup.of)];
  }, [isAlive, allLayers, lookup]);
  const show = (ids: ReadonlySet<string>) =>
    change({ layers: allLayers.map(({ layerId }) => layerId).filter((id) => ids.has(id)) });
  const here =
    position === null || compared === null || compared.layers.length < 2
      ? ''
      : formatHeat(compared.heat, position, compared.layers.length);
  const toggles = (
    <div className={frame.toggles}>
      <HeatSwitch
        heat={query.heat}
        layerCount={shown.length}
        here={here}
        onHeat={(heat: ComparisonPageQuery['heat']) => change({ heat })}
      />
      <LayerToggles
        layers={allLayers}
        shown={shownIds}
        lookup={lookup}
        position={position}
        onToggle={(layerId, isOn) => {
          const ids = new Set(shownIds);
          if (isOn) ids.add(layerId);
          else ids.delete(layerId);
          show(ids);
        }}
        onAll={(isOn) => (isOn ? change({ layers: null }) : show(new Set()))}
      />
      {labels.length > 0 && (
        <LabelToggles labels={labels} hide={query.hide} onHide={(hide) => change({ hide })} />
      )}
    </div>
  );
  if (!isFolded) return toggles;
  return (
    <details>
      <summary className={frame.summary}>
        Annotations: {shown.length} of {allLayers.length}, labels and shading
      </summary>
      {toggles}
    </details>
  );
}
