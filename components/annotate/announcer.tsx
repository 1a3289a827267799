import { VisuallyHidden } from '@mantine/core';
import type { Said } from './use-announcer';

/** The one live region for deeds. The save state speaks for itself. */
export function Announcer({ said }: { said: Said }) {
  return (
    <VisuallyHidden aria-live="polite" aria-atomic="true" data-announcements>
      <span key={said.turn}>{said.words}</span>
    </VisuallyHidden>
  );
}
