import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { casesAskOf } from '@/components/cases/cases-ask';
import { CasesRoom } from '@/components/cases/cases-room';
import { searchDecisions } from '@/lib/adjudication/case-law/search-decisions';
import { readSettlingRules } from '@/lib/adjudication/read-settling-rules';
import { readCodebook } from '@/lib/codebook/read-codebook';

export const metadata = { title: 'Decided cases' };

export default async function CasesPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/decisions');
  const ask = casesAskOf(await searchParams);
  const { from: cursor, ...sought } = ask;
  const query = { ...sought, cursor, limit: 30, offsetUnit: 'utf-16' } as const;
  const [listing, { reasons }, { labels }] = await Promise.all([
    searchDecisions(viewer, project.id, query).catch(orNotFound),
    readSettlingRules(viewer, project.id),
    readCodebook(viewer, project.id),
  ]);
  return (
    <CasesRoom
      projectId={project.id}
      ask={ask}
      listing={listing}
      labels={labels}
      reasons={reasons}
    />
  );
}
