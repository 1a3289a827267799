/** By what somebody on an open line showed who they are, so that it can be looked at again. */
export type Credential =
  | { by: 'session'; userId: string; epoch: number; /** In seconds since 1970. */ until: number }
  | {
      by: 'token';
      userId: string;
      /** Of the token; the token itself is kept nowhere. */ hash: string;
    };

/** One credential in a word, for sets and maps. */
export function credentialKey(credential: Credential): string {
  return credential.by === 'session'
    ? `${credential.userId} ${credential.epoch} ${credential.until}`
    : credential.hash;
}
