import { Button, Group } from '@mantine/core';
import type { SettlingCommand } from './settling-keys';
import classes from './place-detail.module.css';

/** What can be done at a place, as buttons that name their keys. They never take the focus. */
export function DeedRow({
  mayReject,
  isMade,
  asksWhy,
  onCommand,
}: {
  mayReject: boolean;
  /** Whether something is chosen that can be decided. */
  isMade: boolean;
  /** Whether a reason is asked for next. */
  asksWhy: boolean;
  onCommand: (command: SettlingCommand) => void;
}) {
  const deeds: { name: string; command: SettlingCommand; isOff?: boolean }[] = [
    { name: 'Reject all (0)', command: { do: 'reject' }, isOff: !mayReject },
    { name: 'Adjust (e)', command: { do: 'edit' } },
    { name: 'Write your own (o)', command: { do: 'own' } },
  ];
  const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();
  return (
    <Group gap={6} className={classes.foot}>
      {deeds.map(({ name, command, isOff = false }) => (
        <Button
          key={name}
          size="compact-sm"
          variant="default"
          disabled={isOff}
          onMouseDown={keepFocus}
          onClick={() => onCommand(command)}
        >
          {name}
        </Button>
      ))}
      {!asksWhy && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isMade}
          onMouseDown={keepFocus}
          onClick={() => onCommand({ do: 'why' })}
        >
          With a reason (Shift+Enter)
        </Button>
      )}
      <Button
        size="compact-sm"
        ml="auto"
        disabled={!isMade}
        onMouseDown={keepFocus}
        onClick={() => onCommand({ do: 'enter' })}
      >
        {asksWhy ? 'Why? (Enter)' : 'Decide (Enter)'}
      </Button>
    </Group>
  );
}
