import type { WantedLayers } from './use-colleagues';
import { Button, Stack, Switch, Text } from '@mantine/core';
import { memo, useSyncExternalStore } from 'react';
import type { ColleagueLayers, ShownLayer } from './colleague-layers';
import { authorKey } from './colleague-layers';
import classes from './layer-switches.module.css';
import { LineSample } from './person-face';

const numbers = new Intl.NumberFormat('en');

/** The status of a layer: its loading state, its number of annotations, and whether it is submitted. */
function formatLayerStatus({ isShown, progress, count, state }: ShownLayer): string {
  const done = state === 'submitted' ? 'submitted' : 'not submitted yet';
  if (!isShown) return done.charAt(0).toUpperCase() + done.slice(1);
  if (progress === 'failed') return 'Could not be loaded. Switch it off and on to try again.';
  if (progress !== 'read') return 'Loading …';
  return `${numbers.format(count)} ${count === 1 ? 'annotation' : 'annotations'}, ${done}`;
}

/** Switches for the colleagues whose annotations are painted in the article. */
export const LayerSwitches = memo(function LayerSwitches({
  layers,
  wanted,
  isFolded,
}: {
  layers: ColleagueLayers;
  wanted: WantedLayers;
  /** Whether they are in a closed disclosure. */
  isFolded: boolean;
}) {
  const shown = useSyncExternalStore(layers.subscribe, layers.list, layers.list);
  if (shown.length === 0) return null;
  const want = (chosen: readonly ShownLayer[], isWanted: boolean) => {
    wanted.want(chosen.map(authorKey), isWanted);
    layers.look();
  };
  const isAny = shown.some(({ isShown }) => isShown);
  const switches = (
    <Stack gap="xs" mt="xs" align="flex-start">
      {shown.map((layer) => (
        <Switch
          key={layer.layerId}
          size="xs"
          checked={layer.isShown}
          onChange={({ currentTarget }) => want([layer], currentTarget.checked)}
          label={
            <span className={classes.label}>
              <LineSample slot={layer.slot} />
              <bdi>{layer.author}</bdi>
            </span>
          }
          description={formatLayerStatus(layer)}
        />
      ))}
      {shown.length > 1 && (
        <Button variant="subtle" size="compact-xs" onClick={() => want(shown, !isAny)}>
          {isAny ? 'Hide all' : 'Show all'}
        </Button>
      )}
    </Stack>
  );
  return (
    <section className={classes.switches} aria-label="Colleagues’ annotations">
      {isFolded ? (
        <details>
          <summary className={classes.summary}>Colleagues’ annotations: {shown.length}</summary>
          {switches}
        </details>
      ) : (
        <>
          <Text size="sm" fw={500}>
            Colleagues’ annotations
          </Text>
          {switches}
        </>
      )}
    </section>
  );
});
