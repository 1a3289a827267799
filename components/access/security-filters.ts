import { listAddress } from '@/components/ui/list-address';
import type { SecurityEventKind } from '@/lib/access/security-event';
import { securityEventKindsOf } from '@/lib/access/security-event';

/** Which events of a project's security log are shown, and after which of them the page begins. */
export type SecurityFilters = {
  kind: SecurityEventKind | undefined;
  userId: string | undefined;
  from: string | undefined;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the page's address; what cannot be read counts as not said. */
export function securityFiltersOf(
  query: Record<string, string | string[] | undefined>,
): SecurityFilters {
  const { userId, from } = query;
  return {
    kind: securityEventKindsOf('project').find((kind) => kind === query.kind),
    userId: typeof userId === 'string' && uuid.test(userId) ? userId : undefined,
    from: typeof from === 'string' && from !== '' ? from.slice(0, 2000) : undefined,
  };
}

/** The address of the events that these filters show. */
export const securityAddress = (projectId: string, filters: Partial<SecurityFilters>): string =>
  listAddress(`/projects/${projectId}/security`, filters);
