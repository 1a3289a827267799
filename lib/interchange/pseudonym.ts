import { createHmac } from 'node:crypto';

/**
 * A name that tells nothing of the person: the same in every export of one project, another in every
 * other project. It is keyed (HMAC-SHA-256, the first 40 bits), because whoever knows the members'
 * ids could otherwise try them all.
 */
export function pseudonymOf(userId: string, projectId: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(`pseudonym ${projectId} ${userId}`);
  return `analyst-${digest.digest('hex').slice(0, 10)}`;
}

/** How an export shows people: by their names, or by pseudonyms made with this secret. */
export type Naming = { projectId: string; secret: string | null };

/** Tells under which name a person is shown; each pseudonym is made once. */
export function namerOf({ projectId, secret }: Naming): (userId: string, name: string) => string {
  const known = new Map<string, string>();
  return (userId, name) => {
    if (secret === null) return name;
    const pseudonym = known.get(userId) ?? pseudonymOf(userId, projectId, secret);
    known.set(userId, pseudonym);
    return pseudonym;
  };
}
