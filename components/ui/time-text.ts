/** A moment as people read it: short, and to the second with its zone. */
export type TimeText = { brief: string; exact: string };

function dayOf(moment: Date, timeZone: string): string {
  return moment.toLocaleDateString('en-CA', { timeZone });
}

/**
 * Words for a moment as seen from `now` in a time zone: only the hour for today, no year for this
 * year, the whole date otherwise.
 */
export function timeText(moment: Date, now: Date, timeZone: string): TimeText {
  const [day, today] = [dayOf(moment, timeZone), dayOf(now, timeZone)];
  const exact = moment.toLocaleString('en-GB', {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'long',
  });
  if (day === today) {
    const hour = moment.toLocaleTimeString('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
    });
    return { brief: `today, ${hour}`, exact };
  }
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  const brief = moment.toLocaleDateString('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year,
  });
  return { brief, exact };
}
