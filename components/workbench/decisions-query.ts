import { listAddress } from '@/components/ui/list-address';
import type { DecisionFilters } from '@/lib/adjudication/decision-log/decision-log-query';
import { decisionFilters } from '@/lib/adjudication/decision-log/decision-log-query';

/** What of the decided cases a page's address asks for, and after which of them it begins. */
export type DecisionsQuery = DecisionFilters & { from: string | undefined };

const fields = Object.keys(decisionFilters.shape) as (keyof DecisionFilters)[];

/** Reads the address; what cannot be read counts as not said. */
export function decisionsQueryOf(
  query: Record<string, string | string[] | undefined>,
): DecisionsQuery {
  const validNames = fields.filter((name) => {
    const value = query[name];
    return value !== undefined && decisionFilters.shape[name].safeParse(value).success;
  });
  const from = typeof query.from === 'string' && query.from !== '' ? query.from : undefined;
  return {
    ...decisionFilters.parse(Object.fromEntries(validNames.map((name) => [name, query[name]]))),
    from: from?.slice(0, 2000),
  };
}

/** The address of a project's decided cases that are asked for; what is usual is left out. */
export function decisionsAddress(
  projectId: string,
  { label, as, reason, source, text, kind, article, by, current, from }: Partial<DecisionsQuery>,
): string {
  return listAddress(`/projects/${projectId}/decisions`, {
    label,
    as,
    reason,
    source,
    text,
    kind,
    article,
    by: by === 'people' ? undefined : by,
    current: current === false ? 'false' : undefined,
    from,
  });
}

/** Whether the list is narrowed, so that an empty one does not mean that nothing was decided. */
export function isNarrowed({ by, current, from, ...filters }: DecisionsQuery): boolean {
  return (
    by !== 'people' ||
    !current ||
    from !== undefined ||
    Object.values(filters).some((value) => value !== undefined && value !== '')
  );
}
