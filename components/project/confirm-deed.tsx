'use client';

import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useDeed } from './use-deed';

/** Asks before a deed with weight, says what stays, and does it. Focus returns to where it was. */
export function ConfirmDeed({
  opened,
  title,
  action,
  children,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  title: string;
  /** What the button says; the deed itself. */
  action: string;
  children: ReactNode;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}) {
  const { busy, problem, run, forget } = useDeed();
  const close = () => {
    forget();
    onClose();
  };
  const confirm = async () => {
    if (await run(onConfirm)) close();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
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
