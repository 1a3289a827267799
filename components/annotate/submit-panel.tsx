import { Alert, Button, Group, Popover, Text, Tooltip } from '@mantine/core';
import { memo, useState } from 'react';
import { counted } from '@/components/ui/format-text';

type Submit = {
  count: number;
  isSubmitted: boolean;
  mayReopen: boolean;
  inRound: boolean;
  /**
   * Whether the viewer is measured by this article, so that submitting shows them the consensus.
   */
  isLearner: boolean;
  isOpen: boolean;
  modifier: string;
  onOpen: (isOpen: boolean) => void;
  /** Rejects with an Error with a message for the user. */
  onSubmit: () => Promise<void>;
  onReopen: () => Promise<void>;
};

function useTry(onDone: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const attempt = async (action: () => Promise<void>) => {
    setBusy(true);
    setFault('');
    try {
      await action();
      onDone();
    } catch (thrown) {
      setFault(thrown instanceof Error ? thrown.message : String(thrown));
    }
    setBusy(false);
  };
  return { isBusy, fault, attempt };
}

function afterwards({ isSubmitted, mayReopen, inRound, isLearner, count }: Submit): string {
  if (isSubmitted)
    return inRound
      ? 'You can then revise your annotations, until you submit them again or the discussion round is closed. What you had is kept.'
      : 'You can then change your annotations again.';
  const what = `You have ${counted(count, 'annotation')}. Submitting says that you are done. `;
  if (inRound) return `${what}While the discussion round is open, you can reopen your submission.`;
  if (isLearner) return `${what}Then you see the consensus, and you can try again.`;
  return `${what}${mayReopen ? 'You can reopen your submission afterwards.' : 'Afterwards only a manager can reopen your submission.'}`;
}

/** Submits or reopens the viewer's layer, after a confirmation beside the button. */
export const SubmitPanel = memo(function SubmitPanel(submit: Submit) {
  const { isSubmitted, mayReopen, isOpen, modifier, onOpen, onSubmit, onReopen } = submit;
  const { isBusy, fault, attempt } = useTry(() => onOpen(false));
  if (isSubmitted && !mayReopen) return null;
  const name = isSubmitted ? 'Reopen' : 'Submit';
  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      position="bottom-end"
      shadow="md"
      width={320}
      withinPortal={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip
          label={
            isSubmitted ? 'Reopen your submission' : `Submit your annotations (${modifier}+Enter)`
          }
          disabled={isOpen}
        >
          <Button
            size="sm"
            variant={isSubmitted ? 'default' : 'filled'}
            onClick={() => onOpen(!isOpen)}
          >
            {name}
          </Button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <Text size="sm">{afterwards(submit)}</Text>
        {fault !== '' && (
          <Alert color="red" mt="xs" role="alert">
            {fault}
          </Alert>
        )}
        <Group gap="xs" mt="sm">
          <Button
            size="sm"
            data-autofocus
            loading={isBusy}
            onClick={() => void attempt(isSubmitted ? onReopen : onSubmit)}
          >
            {isSubmitted ? 'Reopen my submission' : 'Submit my annotations'}
          </Button>
          <Button size="sm" variant="default" onClick={() => onOpen(false)}>
            Not yet
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
});
