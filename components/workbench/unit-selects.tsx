import { NativeSelect } from '@mantine/core';
import type { LabelLookup } from '@/components/article-text/label-lookup';

/** Narrows places to those at which a label is said. */
export function LabelSelect({
  labels,
  label,
  lookup,
  onLabel,
}: {
  /** At how many places each is said. */
  labels: ReadonlyMap<string, number>;
  label: string | null;
  lookup: LabelLookup;
  onLabel: (label: string | null) => void;
}) {
  return (
    <NativeSelect
      size="xs"
      aria-label="Label"
      value={label ?? ''}
      onChange={({ currentTarget }) => onLabel(currentTarget.value || null)}
      data={[
        { value: '', label: 'Any label' },
        ...[...labels].map(([key, count]) => ({
          value: key,
          label: `${lookup.of(key).name} (${count})`,
        })),
      ]}
    />
  );
}

/** Two readings by their layers, what they are called, and at how many places they part. */
export type LayerPair = {
  one: { layerId: string; author: string } | undefined;
  other: { layerId: string; author: string } | undefined;
  count: number;
};

/** Narrows places to those at which two readings part. */
export function PairSelect({
  pairs,
  pair,
  onPair,
}: {
  pairs: readonly LayerPair[];
  pair: readonly [string, string] | null;
  onPair: (pair: readonly [string, string] | null) => void;
}) {
  return (
    <NativeSelect
      size="xs"
      aria-label="Two readings that part"
      value={pair?.join(',') ?? ''}
      onChange={({ currentTarget }) => {
        const [one, other] = currentTarget.value.split(',');
        onPair(one && other ? [one, other] : null);
      }}
      data={[
        { value: '', label: 'Any two' },
        ...pairs.map(({ one, other, count }) => ({
          value: `${one?.layerId},${other?.layerId}`,
          label: `${one?.author} / ${other?.author} (${count})`,
        })),
      ]}
    />
  );
}
