import { Kbd, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { ShownLabel } from '@/components/article-text/label-lookup';
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

/** A label to press. It never takes the focus from the article, so the selection stays. */
export const LabelButton = memo(function LabelButton({
  label,
  isPressed,
  onPress,
}: {
  label: ShownLabel;
  /** Undefined where it is no state, only a deed. */
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
