import { NativeSelect, Text, Button, Drawer } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LabelLookup } from '@/components/article-text/labels';
import { Tool } from './toolbar';
import classes from './units-panel.module.css';

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
type LayerPair = {
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

/** Goes to the place before and after, and says which of how many one is at. */
export function UnitSteps({
  at,
  count,
  onStep,
}: {
  /** Which of the places is chosen, from 0; -1 for none. */
  at: number;
  /** How many places there are; null while that is not known. */
  count: number | null;
  onStep: (to: 'next' | 'previous') => void;
}) {
  const total = (count ?? 0).toLocaleString('en');
  const text = at < 0 ? `${total} ${count === 1 ? 'place' : 'places'}` : `${at + 1} of ${total}`;
  return (
    <>
      <Tool
        name="Previous place"
        keys="k"
        icon={IconArrowUp}
        isOff={!count}
        onPress={() => onStep('previous')}
      />
      <Tool
        name="Next place"
        keys="j"
        icon={IconArrowDown}
        isOff={!count}
        onPress={() => onStep('next')}
      />
      <Text size="sm" px={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {count === null ? '' : text}
      </Text>
    </>
  );
}

/** The places on narrow screens, in a sheet from below. */
export function UnitsSheet({
  title,
  isOpen,
  onClose,
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size="85%"
      transitionProps={{ duration: 100 }}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close the places' }}
      classNames={{ content: classes.content, body: classes.body }}
    >
      {children}
    </Drawer>
  );
}

/** The chosen place in one line at the foot of a narrow screen; pressing it shows more. */
export function ChosenStrip({
  text,
  action,
  onOpen,
}: {
  text: string;
  action: string;
  onOpen: () => void;
}) {
  return (
    <div className={classes.strip}>
      <b>{text}</b>
      <Button size="compact-sm" variant="default" onClick={onOpen}>
        {action}
      </Button>
    </div>
  );
}
