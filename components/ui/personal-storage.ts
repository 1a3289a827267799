/** The keys in a browser's storage that name this person: whatever is kept for one of several people is kept under their id. */
export function personalKeys(storage: Storage | null, userId: string): string[] {
  if (storage === null) return [];
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  return keys.filter((key) => key.startsWith('parallax-') && key.includes(userId));
}

/** The storage of this browser that outlives the page; null where it lets pages store nothing. */
export function lastingStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
