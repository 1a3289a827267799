import { ActionIcon, Tooltip } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import classes from './toolbar.module.css';

/** A tool of a bar: its name, its keys, what it does. It never takes the focus from where one works. */
export function Tool({
  name,
  keys,
  icon: Icon,
  isOff = false,
  isOn,
  onPress,
}: {
  name: string;
  keys?: string;
  icon: TablerIcon;
  isOff?: boolean;
  /** Whether it is switched on; undefined where it is no switch. */
  isOn?: boolean;
  onPress: () => void;
}) {
  return (
    <Tooltip label={keys === undefined ? name : `${name} (${keys})`}>
      <ActionIcon
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? undefined : 'gray'}
        size="lg"
        aria-label={name}
        aria-pressed={isOn}
        className={classes.tool}
        aria-disabled={isOff}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => !isOff && onPress()}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
