import type { StoredLayer } from '@/lib/comparison/compared-layer';
import type { UnitRowProps } from './unit-list';
import { versionGroups } from './comparing';
import { kindText, disagreementMessage, formatKinds } from './messages';
import { CloseButton, Group, Text, Title } from '@mantine/core';
import type { ListedUnit } from './comparing';
import { VersionAnnotations } from './version-annotations';
import classes from './unit-detail.module.css';

/** The chosen unit: its kinds of disagreement, and each version with its authors. */
export function UnitDetail({
  unit,
  onClose,
  text,
  lookup,
  layerOf,
}: UnitRowProps & { unit: ListedUnit; onClose: () => void }) {
  const annotationsById = new Map<string, StoredLayer['annotations'][number]>();
  for (const { layerId, annotations } of unit.versions) {
    const wanted = new Set(annotations.map(({ id }) => id));
    for (const annotation of layerOf(layerId)?.annotations ?? [])
      if (wanted.has(annotation.id)) annotationsById.set(annotation.id, annotation);
  }
  const kinds = unit.kinds.length === 0 ? (['same'] as const) : unit.kinds;
  return (
    <section className={classes.detail} aria-label="Chosen passage">
      <Group justify="space-between" wrap="nowrap" gap={8} align="flex-start">
        <div>
          <Title order={2} size="h4">
            {formatKinds(unit)}
          </Title>
          <Text size="xs" c="dimmed">
            {disagreementMessage(unit.disagreeingPairs, unit.versions.length)}.{' '}
            {kinds.map((kind) => kindText[kind].means).join(' ')}
          </Text>
        </div>
        <CloseButton size="sm" aria-label="Clear selection" onClick={onClose} />
      </Group>
      <ul className={classes.versions}>
        {versionGroups(unit).map(({ versions }) => (
          <li key={versions[0]?.layerId} className={classes.version}>
            <VersionAnnotations
              unit={unit}
              text={text}
              lookup={lookup}
              layers={versions.flatMap(({ layerId }) => layerOf(layerId) ?? [])}
              annotations={versions.map(({ annotations }) =>
                annotations.flatMap(({ id }) => annotationsById.get(id) ?? []),
              )}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
