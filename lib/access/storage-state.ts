import { Refusal } from '../refusal';

/** How the database and its disk are, as far as the process around the pages knows. */
type StorageState = {
  /** The embedded database is being started again, or says nothing. */
  isDatabaseAway: boolean;
  /** The disk of the data folder has less free space than is left for emergencies. */
  isSpaceShort: boolean;
};

const held = globalThis as { parallaxStorage?: StorageState };

/** The state as it was last noted in this process; all is well where nobody watches. */
export function storageState(): StorageState {
  return held.parallaxStorage ?? { isDatabaseAway: false, isSpaceShort: false };
}

/** Notes a change of the state, for everything in this process. */
export function noteStorage(change: Partial<StorageState>): void {
  held.parallaxStorage = { ...storageState(), ...change };
}

/** The refusal while the database is away or does not answer; `reason` says which. */
export function databaseUnavailable(reason: 'database-away' | 'database-busy'): Refusal {
  const why =
    reason === 'database-away' ? 'cannot be reached' : 'is busy and does not answer in time';
  return new Refusal(
    reason,
    `The database ${why} just now. What was saved before is kept; this request was not carried out as far as we know. Please try again in a moment.`,
    [],
    2,
  );
}

/** The refusal of a change for which the disk has no room. */
export function storageFull(): Refusal {
  return new Refusal(
    'storage-full',
    'The server’s disk is almost full, so nothing can be saved just now. Everything saved before is kept and can be read; this change was not made. Ask whoever runs the server to make room, and send it again then.',
    [],
    5,
  );
}

/** Refuses every request while the database is away. */
export function requireDatabase(): void {
  if (storageState().isDatabaseAway) throw databaseUnavailable('database-away');
}

/** Refuses a change while the disk is short of space, before anything is written. */
export function requireSpace(): void {
  if (storageState().isSpaceShort) throw storageFull();
}
