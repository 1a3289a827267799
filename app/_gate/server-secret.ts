/** What the server signs sessions and seals second factors by; it is set before anything is served. */
export function serverSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('The server has no secret.');
  return secret;
}
