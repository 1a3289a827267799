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
