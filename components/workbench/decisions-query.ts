import type { DecisionFilters } from '@/lib/adjudication/decision-log/decision-log';
import { decisionFilters } from '@/lib/adjudication/decision-log/decision-log';
import { listAddress } from '@/components/ui/list-address';

/** The query of the decision log's page: its filters, and the cursor that the page begins after. */
export type DecisionsQuery = DecisionFilters & { from: string | undefined };

const fields = Object.keys(decisionFilters.shape) as (keyof DecisionFilters)[];

/** Parses the query; an invalid value counts as absent. */
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

/** The address of a project's decision log with these filters; defaults are left out. */
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

/** Whether any filter is set, so that an empty list does not mean that there are no decisions. */
export function isNarrowed({ by, current, from, ...filters }: DecisionsQuery): boolean {
  return (
    by !== 'people' ||
    !current ||
    from !== undefined ||
    Object.values(filters).some((value) => value !== undefined && value !== '')
  );
}
