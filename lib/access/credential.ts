/** By what somebody on an open line showed who they are, so that it can be looked at again. */
export type Credential =
  | { by: 'session'; userId: string; sessionId: string }
  | {
      by: 'token';
      userId: string;
      /** Of the token; the token itself is kept nowhere. */ hash: string;
    };

/** One credential in a word, for sets and maps. */
export function credentialKey(credential: Credential): string {
  return credential.by === 'session'
    ? `${credential.userId} ${credential.sessionId}`
    : credential.hash;
}
