import type { ShownLabel } from '@/components/article-text/labels';
import { DiscussButton } from '@/components/discussion/discussion-controls';
import { Button, Group, Paper } from '@mantine/core';
import { IconPencil, IconSearch, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { memo } from 'react';
import type { Command } from '@/components/workbench/key-map';
import { LabelButton } from '@/components/workbench/label-button';
import classes from './label-bar.module.css';

const many = 12;

/**
 * Position of the bar over the article, in px from the article's corner; null docks it at the
 * bottom of the screen.
 */
export type BarPosition = { left: number; top: number } | null;

function toolbarName(count: number, chosenLabel: string | null): string {
  if (count === 0) return 'The selection';
  return chosenLabel === null ? 'Label the selection' : 'Relabel the annotation';
}

/** The labels, near the selection. Not modal: it takes no focus and no keys. */
export const LabelBar = memo(function LabelBar({
  labels,
  chosenLabel,
  position,
  onLabel,
  onFind,
  children,
}: {
  labels: readonly ShownLabel[];
  /** The label of the chosen annotation, if that is what would be relabelled. */
  chosenLabel: string | null;
  position: BarPosition;
  onLabel: (key: string) => void;
  onFind: () => void;
  children?: ReactNode;
}) {
  return (
    <Paper
      role="toolbar"
      aria-label={toolbarName(labels.length, chosenLabel)}
      className={classes.bar}
      data-docked={position === null || undefined}
      style={position ?? undefined}
      shadow="md"
      withBorder
    >
      <div className={classes.labels}>
        {labels.map((label) => (
          <LabelButton
            key={label.key}
            label={label}
            isPressed={chosenLabel === null ? undefined : label.key === chosenLabel}
            onPress={onLabel}
          />
        ))}
      </div>
      {labels.length > many && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconSearch size={16} aria-hidden />}
          onClick={onFind}
        >
          Find a label
        </Button>
      )}
      {children}
    </Paper>
  );
});

/**
 * Further actions below the labels, on the selection or on the chosen annotation where there is no
 * room for its card.
 */
export function ChosenTools({
  isHeld,
  onCommand,
}: {
  /** Whether something is selected. */
  isHeld: boolean;
  onCommand: (command: Command) => void;
}) {
  if (isHeld) return <DiscussButton onDiscuss={() => onCommand({ do: 'discuss' })} />;
  return (
    <Group gap="xs" mt={4}>
      <Button
        variant="default"
        size="md"
        leftSection={<IconPencil size={18} aria-hidden />}
        onClick={() => onCommand({ do: 'note' })}
      >
        Note and more
      </Button>
      <Button
        variant="subtle"
        color="red"
        size="md"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => onCommand({ do: 'remove' })}
      >
        Remove
      </Button>
    </Group>
  );
}
