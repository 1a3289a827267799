'use client';

import { useState, useSyncExternalStore } from 'react';
import { timeText } from './format-text';

const never = () => () => {};

/** A time in the viewer's time zone, exact on hover; in UTC until the page is hydrated. */
export function Time({ at }: { at: string }) {
  const zone = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
  const [now] = useState(() => new Date());
  const { brief, exact } = timeText(new Date(at), now, zone);
  return (
    <time dateTime={at} title={exact} suppressHydrationWarning>
      {brief}
    </time>
  );
}
