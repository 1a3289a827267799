const numbers = new Intl.NumberFormat('en');

/** A number with its noun: “1 annotation”, “1,200 annotations”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

/**
 * A quote on one line of at most `maxLength` code points and an ellipsis, cut between words where
 * possible.
 */
export function shortQuote(quote: string, maxLength = 80): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= maxLength) return line;
  const head = characters.slice(0, maxLength).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > maxLength / 2 ? head.slice(0, space) : head).trimEnd()} …`;
}

/** The name of the modifier key on this operating system. */
export function modifierName(system: string): '⌘' | 'Ctrl' {
  return /mac|ios/i.test(system) ? '⌘' : 'Ctrl';
}

/** A short quote in quotation marks; one that begins with its own gets no second pair. */
export function inQuotes(quote: string): string {
  const short = shortQuote(quote);
  return /^["“„«‘‚‹「『]/u.test(short) ? short : `“${short}”`;
}

/** A time as people read it: brief, and exact to the second with its zone. */
type TimeText = { brief: string; exact: string };

function dayOf(moment: Date, timeZone: string): string {
  return moment.toLocaleDateString('en-CA', { timeZone });
}

/**
 * The text of a time relative to `now` in a time zone: only hour and minute for today, no year for this
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
