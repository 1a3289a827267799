'use client';

import { useRef, useState } from 'react';

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
