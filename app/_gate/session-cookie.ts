/** Whether cookies are bound to https: wherever the public address is https. */
export function isSecure(): boolean {
  return process.env.PARALLAX_URL?.startsWith('https://') ?? false;
}

/** The session cookie's name. */
export function sessionCookie(): string {
  return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}
