import { Refusal } from '../refusal';

/** The state of the database and its disk, as the server process last saw it. */
type StorageState = {
  /** The embedded database is restarting or does not answer. */
  isDatabaseAway: boolean;
  /** The disk of the data folder has less free space than the reserve. */
  isSpaceShort: boolean;
};

const held = globalThis as { parallaxStorage?: StorageState };

/** The state as last noted in this process; without a watcher everything is available. */
export function storageState(): StorageState {
  return held.parallaxStorage ?? { isDatabaseAway: false, isSpaceShort: false };
}

/** Updates the state for the whole process, its pages included. */
export function noteStorage(change: Partial<StorageState>): void {
  held.parallaxStorage = { ...storageState(), ...change };
}

/** The refusal while the database is away or does not answer in time. */
export function databaseUnavailable(reason: 'database-away' | 'database-busy'): Refusal {
  const why =
    reason === 'database-away' ? 'cannot be reached' : 'is busy and does not answer in time';
  return new Refusal(
    reason,
    `The database ${why} just now. Saved data is not affected; this request was not carried out as far as we know. Please try again in a moment.`,
    [],
    2,
  );
}

/** The refusal of a change for which there is no disk space. */
export function storageFull(): Refusal {
  return new Refusal(
    'storage-full',
    'The server’s disk is almost full, so nothing can be saved just now. Everything saved before is kept and can be read; this change was not made. Ask whoever runs the server to make room, and send it again then.',
    [],
    5,
  );
}

/** @throws {Refusal} `database-away` while the database is away. */
export function requireDatabase(): void {
  if (storageState().isDatabaseAway) throw databaseUnavailable('database-away');
}

/** @throws {Refusal} `storage-full` while disk space is short; to be called before a change. */
export function requireSpace(): void {
  if (storageState().isSpaceShort) throw storageFull();
}
