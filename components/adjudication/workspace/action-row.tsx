import { Button, Group } from '@mantine/core';
import type { AdjudicationCommand } from './adjudication-keys';
import classes from './passage-detail.module.css';

/** What can be done at a place, as buttons that name their keys. They never take the focus. */
export function ActionRow({
  mayReject,
  hasChoice,
  needsReason,
  onCommand,
}: {
  mayReject: boolean;
  /** Whether something is chosen that can be decided. */
  hasChoice: boolean;
  /** Whether a reason is asked for next. */
  needsReason: boolean;
  onCommand: (command: AdjudicationCommand) => void;
}) {
  const actions: { name: string; command: AdjudicationCommand; isOff?: boolean }[] = [
    { name: 'Reject all (0)', command: { do: 'reject' }, isOff: !mayReject },
    { name: 'Adjust (e)', command: { do: 'edit' } },
    { name: 'Write your own (o)', command: { do: 'own' } },
  ];
  const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();
  return (
    <Group gap={6} className={classes.foot}>
      {actions.map(({ name, command, isOff = false }) => (
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
      {!needsReason && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={!hasChoice}
          onMouseDown={keepFocus}
          onClick={() => onCommand({ do: 'why' })}
        >
          With a reason (Shift+Enter)
        </Button>
      )}
      <Button
        size="compact-sm"
        ml="auto"
        disabled={!hasChoice}
        onMouseDown={keepFocus}
        onClick={() => onCommand({ do: 'enter' })}
      >
        {needsReason ? 'Why? (Enter)' : 'Decide (Enter)'}
      </Button>
    </Group>
  );
}
