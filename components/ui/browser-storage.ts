/** The keys of this user's entries in a browser's storage: those that contain the user's id. */
export function personalKeys(storage: Storage | null, userId: string): string[] {
  if (storage === null) return [];
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  return keys.filter((key) => key.startsWith('parallax-') && key.includes(userId));
}

/** The persistent storage of this browser; null where it is blocked. */
export function lastingStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The paths of the pages for one-time links; the secret follows the path. */
export type LinkPath = '/invitations' | '/welcome' | '/reset';

const keyOf = (path: LinkPath): string => `parallax link ${path}`;

/** The secret of the one-time link at this path that this tab has opened; null for none. */
export function rememberedSecret(path: LinkPath): string | null {
  try {
    return sessionStorage.getItem(keyOf(path));
  } catch {
    return null;
  }
}

/** Stores the secret for this tab, so that a reload finds it; false where storage is blocked. */
export function rememberSecret(path: LinkPath, secret: string): boolean {
  try {
    sessionStorage.setItem(keyOf(path), secret);
    return true;
  } catch {
    return false;
  }
}

/** Deletes the stored secret, once the link has been used. */
export function forgetSecret(path: LinkPath): void {
  try {
    sessionStorage.removeItem(keyOf(path));
  } catch {
    // Storage is blocked, so nothing was stored.
  }
}
