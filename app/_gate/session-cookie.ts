/** Whether cookies are bound to https: wherever the public address is https. */
export function isSecure(): boolean {
  return process.env.PARALLAX_URL?.startsWith('https://') ?? false;
}

/** A cookie's name: bound to this very host, its root and https, where the public address is https. */
export const hostCookie = (name: string): string => (isSecure() ? `__Host-${name}` : name);

/** The session cookie's name. */
export const sessionCookie = (): string => hostCookie('next-auth.session-token');
