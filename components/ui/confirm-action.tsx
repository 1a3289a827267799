'use client';

import { useRef, useState } from 'react';
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { ProblemAlert } from './problem-alert';
import { useAction } from './use-action';

/** The state of a confirmation dialog; its subject stays set while the dialog closes. */
export type Question<About> = {
  about: About | null;
  opened: boolean;
  open: (about: About) => void;
  close: () => void;
  /** Returns focus to the control that opened the dialog, or to the page where that is gone. */
  giveFocusBack: () => void;
};

/**
 * The control that has focus; for a menu item, which disappears, the button that opened the menu.
 */
function controlNow(): Element | null {
  const active = document.activeElement;
  const opener = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return (opener && document.getElementById(opener)) || active;
}

/** Moves focus to the page's content, for when the control that had it is gone. */
export function focusPage(): void {
  document.getElementById('content')?.focus({ preventScroll: true });
}

/** The state of a confirmation dialog, with the control to which focus returns when it closes. */
export function useQuestion<About>(): Question<About> {
  const [about, setAbout] = useState<About | null>(null);
  const [opened, setOpened] = useState(false);
  const control = useRef<Element | null>(null);
  return {
    about,
    opened,
    open: (chosen) => {
      control.current = controlNow();
      setAbout(chosen);
      setOpened(true);
    },
    close: () => setOpened(false),
    giveFocusBack: () => {
      if (control.current instanceof HTMLElement && control.current.isConnected)
        control.current.focus();
      else focusPage();
    },
  };
}

/**
 * A dialog that confirms an action, runs it and shows why it failed. Focus returns to where it was.
 */
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
  /** The label of the button that runs the action. */
  action: string;
  children: ReactNode;
  onConfirm: () => Promise<unknown>;
  /**
   * Where focus goes after success, where the action removes the control that opened the dialog.
   */
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
