import { CloseButton, Group, Text, Title } from '@mantine/core';
import type { StoredReading } from '@/lib/agreement/comparison/stored-reading';
import type { ListedUnit } from './comparing';
import { StandView } from './stand-view';
import type { RowParts } from './unit-row';
import { standGroups } from './stand-groups';
import { kindWords, partingWords, unitWords } from './unit-words';
import classes from './unit-detail.module.css';

/** The chosen place: how it parts, and side by side who marked which words there as what. */
export function UnitDetail({
  unit,
  onClose,
  text,
  shelf,
  readingOf,
}: RowParts & { unit: ListedUnit; onClose: () => void }) {
  const marksOf = new Map<string, StoredReading['marks'][number]>();
  for (const { layerId, marks } of unit.stands) {
    const wanted = new Set(marks.map(({ id }) => id));
    for (const mark of readingOf(layerId)?.marks ?? [])
      if (wanted.has(mark.id)) marksOf.set(mark.id, mark);
  }
  const kinds = unit.kinds.length === 0 ? (['same'] as const) : unit.kinds;
  return (
    <section className={classes.detail} aria-label="The chosen place">
      <Group justify="space-between" wrap="nowrap" gap={8} align="flex-start">
        <div>
          <Title order={2} size="h4">
            {unitWords(unit)}
          </Title>
          <Text size="xs" c="dimmed">
            {partingWords(unit.parting, unit.stands.length)}.{' '}
            {kinds.map((kind) => kindWords[kind].means).join(' ')}
          </Text>
        </div>
        <CloseButton size="sm" aria-label="Let go of this place" onClick={onClose} />
      </Group>
      <ul className={classes.stands}>
        {standGroups(unit).map(({ stands }) => (
          <li key={stands[0]?.layerId} className={classes.stand}>
            <StandView
              unit={unit}
              text={text}
              shelf={shelf}
              readings={stands.flatMap(({ layerId }) => readingOf(layerId) ?? [])}
              marks={stands.map(({ marks }) => marks.flatMap(({ id }) => marksOf.get(id) ?? []))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
