import { listAddress } from '@/components/project/list-address';
import type { CasesSought } from '@/lib/adjudication/case-law/cases-query';
import { casesSought } from '@/lib/adjudication/case-law/cases-query';

/** What of the decided cases a page's address asks for, and after which of them it begins. */
export type CasesAsk = CasesSought & { from: string | undefined };

const fields = Object.keys(casesSought.shape) as (keyof CasesSought)[];

/** Reads the address; what cannot be read counts as not said. */
export function casesAskOf(query: Record<string, string | string[] | undefined>): CasesAsk {
  const said = fields.filter((name) => {
    const value = query[name];
    return value !== undefined && casesSought.shape[name].safeParse(value).success;
  });
  const from = typeof query.from === 'string' && query.from !== '' ? query.from : undefined;
  return {
    ...casesSought.parse(Object.fromEntries(said.map((name) => [name, query[name]]))),
    from: from?.slice(0, 2000),
  };
}

/** The address of a project's decided cases that are asked for; what is usual is left out. */
export function casesAddress(
  projectId: string,
  { label, as, reason, source, text, deed, article, by, standing, from }: Partial<CasesAsk>,
): string {
  return listAddress(`/projects/${projectId}/decisions`, {
    label,
    as,
    reason,
    source,
    text,
    deed,
    article,
    by: by === 'people' ? undefined : by,
    standing: standing === false ? 'false' : undefined,
    from,
  });
}

/** Whether the list is narrowed, so that an empty one does not mean that nothing was decided. */
export function isNarrowed({ by, standing, from, ...sought }: CasesAsk): boolean {
  return (
    by !== 'people' ||
    !standing ||
    from !== undefined ||
    Object.values(sought).some((value) => value !== undefined && value !== '')
  );
}
