import { useCallback, useState } from 'react';
import { VisuallyHidden } from '@mantine/core';

/** What was said last; `turn` tells two equal sentences apart. */
export type Announcement = { message: string; turn: number };

/** Says what was done to those who do not see it, one sentence after the other. */
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

/** The one live region for deeds. The save state speaks for itself. */
export function Announcer({ announcement }: { announcement: Announcement }) {
  return (
    <VisuallyHidden aria-live="polite" aria-atomic="true" data-announcements>
      <span key={announcement.turn}>{announcement.message}</span>
    </VisuallyHidden>
  );
}
