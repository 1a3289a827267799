import { forgetOldEvents } from '@/lib/access/security-events';
import { logOnceAMinute } from '@/lib/access/log';
import { removeOldSessions } from '@/lib/access/sessions';

const [first, later] = [90_000, 6 * 60 * 60_000];

/** Removes security events and ended sessions that are too old: soon after the start and four times a day. Answers what ends it. */
export function startEventRetention(): () => void {
  let timer = setTimeout(forget, first);
  function forget(): void {
    const now = new Date();
    Promise.all([forgetOldEvents(now), removeOldSessions(now)])
      .catch((error: unknown) =>
        logOnceAMinute(
          'warn',
          'old events',
          'Old security events or sessions could not be removed.',
          { error },
        ),
      )
      .finally(() => (timer = setTimeout(forget, later).unref()));
  }
  timer.unref();
  return () => clearTimeout(timer);
}
