import { notFound } from 'next/navigation';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { AnalystPerformancePage } from '@/components/calibration/analyst-performance-page';
import { performanceQuery } from '@/lib/calibration/analyst-performance';
import { computePerformance } from '@/lib/calibration/compute-performance';
import { may } from '@/lib/access/permission';
import { readCodebook } from '@/lib/codebook/read-codebook';

export const metadata = { title: 'Competence' };

export default async function ProjectPerformancePage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/competences');
  const query = performanceQuery.safeParse(await searchParams);
  const seesAll = may(project.role, 'see analyst performance');
  const user = query.data?.user;
  if (!query.success || (user !== undefined && user !== viewer.userId && !seesAll)) notFound();
  const [{ items }, { labels }] = await Promise.all([
    computePerformance(viewer, project.id, { user }).catch(orNotFound),
    readCodebook(viewer, project.id),
  ]);
  return (
    <AnalystPerformancePage
      key={user ?? ''}
      project={project}
      items={items}
      labels={labels}
      viewerId={viewer.userId}
      isTable={seesAll && user === undefined}
    />
  );
}
