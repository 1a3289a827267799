import { NativeSelect, Text, Button, Drawer } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LabelLookup } from '@/components/article-text/labels';
import { Tool } from './toolbar';
import classes from './units-panel.module.css';

/** A filter of passages by label. */
export function LabelSelect({
  labels,
  label,
  lookup,
  onLabel,
}: {
  /** The number of passages of each label. */
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

/** Two layers with their authors, and the number of passages on which they disagree. */
type LayerPair = {
  one: { layerId: string; author: string } | undefined;
  other: { layerId: string; author: string } | undefined;
  count: number;
};

/** A filter of passages by a pair of layers that disagree. */
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
      aria-label="Pair that disagrees"
      value={pair?.join(',') ?? ''}
      onChange={({ currentTarget }) => {
        const [one, other] = currentTarget.value.split(',');
        onPair(one && other ? [one, other] : null);
      }}
      data={[
        { value: '', label: 'Any pair' },
        ...pairs.map(({ one, other, count }) => ({
          value: `${one?.layerId},${other?.layerId}`,
          label: `${one?.author} / ${other?.author} (${count})`,
        })),
      ]}
    />
  );
}

/** Buttons to the previous and next passage, with the index of the chosen one. */
export function UnitSteps({
  at,
  count,
  onStep,
}: {
  /** Index of the chosen passage in the list; -1 for none. */
  at: number;
  /** The number of passages; null until it is known. */
  count: number | null;
  onStep: (to: 'next' | 'previous') => void;
}) {
  const total = (count ?? 0).toLocaleString('en');
  const text =
    at < 0 ? `${total} ${count === 1 ? 'passage' : 'passages'}` : `Passage ${at + 1} of ${total}`;
  return (
    <>
      <Tool
        name="Previous passage"
        keys="k"
        icon={IconArrowUp}
        isOff={!count}
        onPress={() => onStep('previous')}
      />
      <Tool
        name="Next passage"
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

/** The sheet of passages at the bottom of narrow screens. */
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
      closeButtonProps={{ 'aria-label': 'Close the passages' }}
      classNames={{ content: classes.content, body: classes.body }}
    >
      {children}
    </Drawer>
  );
}

/** The chosen passage in one line at the bottom of narrow screens, with a button that shows more. */
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
