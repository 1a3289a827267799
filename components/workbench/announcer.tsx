import { VisuallyHidden } from '@mantine/core';
import type { Announcement } from './use-announcer';

/** The one live region for deeds. The save state speaks for itself. */
export function Announcer({ announcement }: { announcement: Announcement }) {
  return (
    <VisuallyHidden aria-live="polite" aria-atomic="true" data-announcements>
      <span key={announcement.turn}>{announcement.message}</span>
    </VisuallyHidden>
  );
}
