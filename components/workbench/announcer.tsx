import { useCallback, useState } from 'react';
import { VisuallyHidden } from '@mantine/core';

/** The last message; `turn` distinguishes two equal ones. */
type Announcement = { message: string; turn: number };

/** Messages about actions for screen readers, to be shown by `Announcer`. */
export function useAnnouncer(): {
  announcement: Announcement;
  announce: (message: string) => void;
} {
  const [announcement, setAnnouncement] = useState<Announcement>({ message: '', turn: 0 });
  const announce = useCallback(
    (message: string) => setAnnouncement(({ turn }) => ({ message, turn: turn + 1 })),
    [],
  );
  return { announcement, announce };
}

/** The live region for the results of actions. The save state has a region of its own. */
export function Announcer({ announcement }: { announcement: Announcement }) {
  return (
    <VisuallyHidden aria-live="polite" aria-atomic="true" data-announcements>
      <span key={announcement.turn}>{announcement.message}</span>
    </VisuallyHidden>
  );
}
