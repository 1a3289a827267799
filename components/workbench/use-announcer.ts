import { useCallback, useState } from 'react';

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
