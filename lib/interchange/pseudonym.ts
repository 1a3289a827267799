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
