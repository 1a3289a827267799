'use client';

import { useRef, useState } from 'react';
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { ProblemAlert } from './problem-alert';
import { useAction } from './use-action';

/** A question about something: what it is about stays readable while its window closes. */
export type Question<About> = {
  about: About | null;
  opened: boolean;
  open: (about: About) => void;
  close: () => void;
  /** Gives focus back to where the question was asked from, or to the page if that is gone. */
  giveFocusBack: () => void;
};

/** The control that has focus; for an item of a menu, the button that opened it, for the item goes. */
function controlNow(): Element | null {
  const active = document.activeElement;
  const opener = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return (opener && document.getElementById(opener)) || active;
}

/** Puts focus on the page as a whole, where a control that had it has gone. */
export function focusPage(): void {
  document.getElementById('content')?.focus({ preventScroll: true });
}

/** Holds what is asked about, and from where, so that focus can return when the window closes. */
export function useQuestion<About>(): Question<About> {
  const [about, setAbout] = useState<About | null>(null);
  const [opened, setOpened] = useState(false);
  const control = useRef<Element | null>(null);
  return {
    about,
    opened,
    open: (asked) => {
      control.current = controlNow();
      setAbout(asked);
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
