import type { SaveState, ServerTrouble } from './work';

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
