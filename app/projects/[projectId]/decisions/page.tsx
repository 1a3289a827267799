import { readAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { decisionsQueryOf } from '@/components/workbench/decisions-query';
import { DecisionLogPage } from '@/components/adjudication/decision-log/decision-log-page';
import { searchDecisions } from '@/lib/adjudication/decision-log/search-decisions';
import { readCodebook } from '@/lib/codebook/read-codebook';

export const metadata = { title: 'Decision log' };

export default async function ProjectDecisionsPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/decisions');
  const searchQuery = decisionsQueryOf(await searchParams);
  const { from: cursor, ...filters } = searchQuery;
  const query = { ...filters, cursor, limit: 30, offsetUnit: 'utf-16' } as const;
  const [listing, { reasons }, { labels }] = await Promise.all([
    searchDecisions(viewer, project.id, query).catch(orNotFound),
    readAdjudicationSettings(viewer, project.id),
    readCodebook(viewer, project.id),
  ]);
  return (
    <DecisionLogPage
      projectId={project.id}
      query={searchQuery}
      listing={listing}
      labels={labels}
      reasons={reasons}
    />
  );
}
