import type { SaveState, ServerTrouble } from '@/components/outbox/work';

const numbers = new Intl.NumberFormat('en');

/** “1 highlight”, “1,200 highlights”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

/** What the save state reads; the words are fixed, people's scripts wait for them. */
export function saveMessage(save: SaveState): string {
  if (save.kind === 'saved') return 'All changes saved';
  if (save.kind === 'saving') return 'Saving…';
  return `Offline: ${save.count} changes waiting`;
}

/** The trouble that an answer with this status tells of; undefined where it tells of none. */
export function troubleOf(status: number): ServerTrouble | undefined {
  if (status === 507) return 'disk-full';
  return status === 503 ? 'database-away' : undefined;
}

const troubles: Record<ServerTrouble, string> = {
  'disk-full': 'The server’s disk is full. Your changes are kept here and sent when there is room.',
  'database-away':
    'The server’s database is away. Your changes are kept here and sent when it is back.',
};

/** What is the matter while changes wait; null where nothing is, or nothing is known of it. */
export function troubleMessage(save: SaveState): string | null {
  if (save.kind !== 'offline' || save.trouble === undefined) return null;
  return troubles[save.trouble];
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

/** What is announced when something was marked. */
export const annotatedMessage = (label: string, quote: string) =>
  `Marked as ${label}: ${inQuotes(quote)}.`;

/** What is announced when an annotation was given another label. */
export const relabelledMessage = (label: string, quote: string) =>
  `Now ${label}: ${inQuotes(quote)}.`;

/** What is announced when an annotation was given another extent. */
export const resizedMessage = (label: string, quote: string) =>
  `${label} now covers ${inQuotes(quote)}.`;

/** What is announced when an annotation was removed. */
export const removedMessage = (label: string, quote: string, undoKeys: string) =>
  `Removed ${label}: ${inQuotes(quote)}. ${undoKeys} brings it back.`;

/** What is announced when an annotation was chosen by key. */
export const chosenMessage = (label: string, quote: string, index: number, count: number) =>
  `${label}: ${inQuotes(quote)}. ${numbers.format(index)} of ${numbers.format(count)}.`;
