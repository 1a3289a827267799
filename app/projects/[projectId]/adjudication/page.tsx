import { readAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import { notFound } from 'next/navigation';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { listQueryOf } from '@/components/ui/list-address';
import { AdjudicationOverviewPage } from '@/components/adjudication/overview/adjudication-overview-page';
import { may } from '@/lib/access/permission';
import { readAdjudicationOverview } from '@/lib/adjudication/overview/read-adjudication-overview';

export const metadata = { title: 'Adjudication' };

export default async function ProjectAdjudicationPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/adjudication');
  if (!may(project.role, 'see every layer')) notFound();
  const query = listQueryOf(await searchParams);
  const asked = { limit: query.shown, cursor: query.from };
  const [overview, rules] = await Promise.all([
    readAdjudicationOverview(viewer, project.id, asked).catch(orNotFound),
    readAdjudicationSettings(viewer, project.id),
  ]);
  return (
    <AdjudicationOverviewPage
      project={project}
      overview={overview}
      query={query}
      strategy={rules.strategy}
    />
  );
}
