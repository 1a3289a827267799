import { Kbd, Text, Tooltip, UnstyledButton, Group, Select } from '@mantine/core';
import { memo } from 'react';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { ShownLabel, LabelLookup } from '@/components/article-text/labels';
import classes from './label-button.module.css';

function Meaning({ label }: { label: ShownLabel }) {
  return (
    <>
      <Text size="sm">{label.definition || label.name}</Text>
      {label.test !== '' && (
        <Text size="sm" mt={4} fs="italic">
          {label.test}
        </Text>
      )}
    </>
  );
}

/** A button for a label. It does not take the focus from the article, so the selection stays. */
export const LabelButton = memo(function LabelButton({
  label,
  isPressed,
  onPress,
}: {
  label: ShownLabel;
  /** Undefined where the button is an action and not a toggle. */
  isPressed?: boolean;
  onPress: (key: string) => void;
}) {
  return (
    <Tooltip label={<Meaning label={label} />} multiline maw={320} openDelay={600}>
      <UnstyledButton
        className={classes.button}
        aria-pressed={isPressed}
        aria-keyshortcuts={label.hotkey || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPress(label.key)}
      >
        <LabelHighlight label={label} text={label.name} />
        {label.hotkey !== '' && (
          <Kbd size="xs" aria-hidden className={classes.key}>
            {label.hotkey}
          </Kbd>
        )}
      </UnstyledButton>
    </Tooltip>
  );
});

/** The maximum number of labels that are shown as buttons. */
const maxButtons = 9;

/** Chooses another label: by buttons where there are few, else from a list. */
export function Relabel({
  lookup,
  label: given,
  onLabel,
}: {
  lookup: LabelLookup;
  /** The current label. */
  label: string;
  onLabel: (key: string) => void;
}) {
  const { offered } = lookup;
  if (offered.length <= maxButtons)
    return (
      <Group gap={2} role="group" aria-label="Label">
        {offered.map((label) => (
          <LabelButton
            key={label.key}
            label={label}
            isPressed={label.key === given}
            onPress={onLabel}
          />
        ))}
      </Group>
    );
  return (
    <Select
      size="sm"
      label="Label"
      searchable
      allowDeselect={false}
      data={offered.map(({ key, name }) => ({ value: key, label: name }))}
      value={given}
      onChange={(key) => key !== null && onLabel(key)}
    />
  );
}
