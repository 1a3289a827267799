import { Button, Group, Kbd, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import growing from '@/components/workbench/growing-field.module.css';
import type { AdjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import type { AdjudicationCommand } from './adjudication-keys';
import classes from './passage-detail.module.css';

/** The commands at a passage, as buttons that name their keys. They never take the focus. */
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

type Reason = { reasonKey: string; reason: string };

/**
 * Asks for the reason: the project's reasons with their numbers, and a field. A number or Enter
 * decides.
 */
export function ReasonStep({
  question,
  rules,
  last,
  written,
  takesFocus,
  onWrite,
  onDecide,
  onEnter,
  onBack,
}: {
  question: string;
  rules: Pick<AdjudicationSettings, 'reasons' | 'reasonRequired'>;
  /** The last reason given on this page, which Enter gives again. */
  last: Reason | null;
  written: string;
  /** False where the focus would open an on-screen keyboard over the page. */
  takesFocus: boolean;
  onWrite: (reason: string) => void;
  onDecide: (reason: Reason) => void;
  /** Decides with the written reason, or again with the last one. */
  onEnter: () => void;
  onBack: () => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'end' });
  }, [takesFocus]);
  const repeats = last !== null && written === '';
  const lastName = rules.reasons.find(({ key }) => key === last?.reasonKey)?.name;
  return (
    <Stack ref={box} gap={8} className={classes.reasons} role="group" aria-label="Why">
      <Text size="sm" fw={600}>
        {question}
      </Text>
      {repeats && (
        <Button size="compact-sm" variant="light" onClick={() => onDecide(last)}>
          <Kbd size="xs" mr={6}>
            Enter
          </Kbd>
          Again: {[lastName, last.reason].filter(Boolean).join('. ')}
        </Button>
      )}
      <ul className={classes.reasonList}>
        {rules.reasons.map(({ key, name }, at) => (
          <li key={key}>
            <Button
              size="compact-xs"
              variant="default"
              aria-keyshortcuts={at < 9 ? String(at + 1) : undefined}
              onClick={() => onDecide({ reasonKey: key, reason: written })}
            >
              {at < 9 && (
                <Kbd size="xs" mr={6}>
                  {at + 1}
                </Kbd>
              )}
              {name}
            </Button>
          </li>
        ))}
      </ul>
      <Textarea
        ref={field}
        size="sm"
        rows={1}
        data-reason-field
        classNames={{ input: growing.growing }}
        maxLength={2000}
        label={rules.reasonRequired ? 'Or in your own words' : 'Or in your own words, if you like'}
        value={written}
        onChange={({ currentTarget }) => onWrite(currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="compact-sm" onClick={onEnter}>
          Decide
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onBack}>
          Back (Esc)
        </Button>
      </div>
    </Stack>
  );
}
