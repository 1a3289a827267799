const numbers = new Intl.NumberFormat('en');

/** “1 highlight”, “1,200 highlights”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

/** A quote on one line and at most about `most` characters long, cut between words where it can be. */
export function shortQuote(quote: string, maxLength = 80): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= maxLength) return line;
  const head = characters.slice(0, maxLength).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > maxLength / 2 ? head.slice(0, space) : head).trimEnd()} …`;
}

/** How the modifier key is called on this system. */
export function modifierName(system: string): '⌘' | 'Ctrl' {
  return /mac|ios/i.test(system) ? '⌘' : 'Ctrl';
}

/** A short quote between quotation marks; where it brings its own, it gets no second pair. */
export function inQuotes(quote: string): string {
  const short = shortQuote(quote);
  return /^["“„«‘‚‹「『]/u.test(short) ? short : `“${short}”`;
}
