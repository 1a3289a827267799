'use client';

import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useRef } from 'react';
import { ProblemAlert } from './problem-alert';
import { useAction } from './use-action';
import type { Question } from './use-question';

/** Asks before a deed with weight, says what stays, and does it. Focus returns to where it was. */
export function ConfirmAction({
  question,
  title,
  action,
  children,
  onConfirm,
  landing,
}: {
  question: Pick<Question<unknown>, 'opened' | 'close' | 'giveFocusBack'>;
  title: string;
  /** What the button says; the deed itself. */
  action: string;
  children: ReactNode;
  onConfirm: () => Promise<unknown>;
  /** Where focus goes once it is done, when what was asked about goes with the deed. */
  landing?: RefObject<HTMLElement | null>;
}) {
  const { busy, problem, run, forget } = useAction();
  const done = useRef(false);
  const close = () => {
    forget();
    question.close();
  };
  const confirm = async () => {
    done.current = await run(onConfirm);
    if (done.current) close();
  };
  const land = () => {
    if (done.current && landing?.current) landing.current.focus();
    else question.giveFocusBack();
    done.current = false;
  };
  return (
    <Modal
      opened={question.opened}
      onClose={close}
      onExitTransitionEnd={land}
      returnFocus={false}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <Stack gap="md">
        {children}
        {problem && <ProblemAlert problem={problem} />}
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Cancel
          </Button>
          <Button loading={busy} onClick={() => void confirm()}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
