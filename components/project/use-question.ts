'use client';

import { useState } from 'react';

/** A question about something: what it is about stays readable while its window closes. */
export type Question<About> = {
  about: About | null;
  opened: boolean;
  ask: (about: About) => void;
  close: () => void;
};

/** Holds what is asked about. The window stays in the page, so that focus returns when it closes. */
export function useQuestion<About>(): Question<About> {
  const [about, setAbout] = useState<About | null>(null);
  const [opened, setOpened] = useState(false);
  return {
    about,
    opened,
    ask: (asked) => {
      setAbout(asked);
      setOpened(true);
    },
    close: () => setOpened(false),
  };
}
