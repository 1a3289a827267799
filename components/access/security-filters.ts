import { listAddress } from '@/components/ui/list-address';
import type { SecurityEventKind } from '@/lib/access/security-event';
import { securityEventKindsOf } from '@/lib/access/security-event';

/** The filters of a project's security log, and the cursor at which the page begins. */
export type SecurityFilters = {
  kind: SecurityEventKind | undefined;
  userId: string | undefined;
  from: string | undefined;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Parses the page's address; invalid values count as missing. */
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

/** The address of a project's security log with these filters. */
export const securityAddress = (projectId: string, filters: Partial<SecurityFilters>): string =>
  listAddress(`/projects/${projectId}/security`, filters);
