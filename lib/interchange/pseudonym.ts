import { createHmac } from 'node:crypto';

/**
 * A pseudonym: the same in every export of one project, another in every other project. It is keyed
 * (HMAC-SHA-256, the first 40 bits), since whoever knows the members’ ids could otherwise try them
 * all.
 */
export function pseudonymOf(userId: string, projectId: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(`pseudonym ${projectId} ${userId}`);
  return `analyst-${digest.digest('hex').slice(0, 10)}`;
}

/** How an export names people: by their names, or by pseudonyms made with this secret. */
export type Naming = { projectId: string; secret: string | null };

/** Makes a function that returns the exported name of a person; each pseudonym is computed once. */
export function namerOf({ projectId, secret }: Naming): (userId: string, name: string) => string {
  const known = new Map<string, string>();
  return (userId, name) => {
    if (secret === null) return name;
    const pseudonym = known.get(userId) ?? pseudonymOf(userId, projectId, secret);
    known.set(userId, pseudonym);
    return pseudonym;
  };
}
