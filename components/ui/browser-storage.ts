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

/** Where the pages of one-time links are; the secret follows the path. */
export type LinkPath = '/invitations' | '/welcome' | '/reset';

const keyOf = (path: LinkPath): string => `parallax link ${path}`;

/** The secret of the link of this kind that this tab has open; null for none. */
export function rememberedSecret(path: LinkPath): string | null {
  try {
    return sessionStorage.getItem(keyOf(path));
  } catch {
    return null;
  }
}

/** Keeps the secret for this tab alone, so that a reload finds it; false where the browser keeps nothing. */
export function rememberSecret(path: LinkPath, secret: string): boolean {
  try {
    sessionStorage.setItem(keyOf(path), secret);
    return true;
  } catch {
    return false;
  }
}

/** Forgets it, once the link has been used. */
export function forgetSecret(path: LinkPath): void {
  try {
    sessionStorage.removeItem(keyOf(path));
  } catch {
    // Nothing was kept then.
  }
}
