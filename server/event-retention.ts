import { forgetOldEvents } from '@/lib/access/forget-old-events';
import { logOnceAMinute } from '@/lib/access/log-once-a-minute';

const [first, later] = [90_000, 6 * 60 * 60_000];

/** Removes security events that are too old: soon after the start and four times a day. Answers what ends it. */
export function startEventRetention(): () => void {
  let timer = setTimeout(forget, first);
  function forget(): void {
    forgetOldEvents(new Date())
      .catch((error: unknown) =>
        logOnceAMinute('warn', 'old events', 'Old security events could not be removed.', {
          error,
        }),
      )
      .finally(() => (timer = setTimeout(forget, later).unref()));
  }
  timer.unref();
  return () => clearTimeout(timer);
}
