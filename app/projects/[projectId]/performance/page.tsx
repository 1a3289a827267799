import { DeadEnd } from '@/components/ui/page';
import { computePerformance } from '@/lib/calibration/read-analyst-performance';
import { notFound } from 'next/navigation';
import { projectOfPage, orTooMuch } from '@/app/_gate/project-of-page';
import { AnalystPerformancePage } from '@/components/calibration/analyst-performance-page';
import { performanceQuery } from '@/lib/calibration/analyst-performance';
import { may } from '@/lib/access/permission';
import { readCodebook } from '@/lib/codebook/read-codebook';

export const metadata = { title: 'Analyst performance' };

export default async function ProjectPerformancePage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/performance');
  const query = performanceQuery.safeParse(await searchParams);
  const seesAll = may(project.role, 'see analyst performance');
  const user = query.data?.user;
  if (!query.success || (user !== undefined && user !== viewer.userId && !seesAll)) notFound();
  const [performance, { labels }] = await Promise.all([
    computePerformance(viewer, project.id, { user }).catch(orTooMuch),
    readCodebook(viewer, project.id),
  ]);
  if ('tooMuch' in performance)
    return (
      <DeadEnd title="Agreement with consensus cannot be calculated now">
        {performance.tooMuch}
      </DeadEnd>
    );
  return (
    <AnalystPerformancePage
      key={user ?? ''}
      project={project}
      items={performance.items}
      labels={labels}
      viewerId={viewer.userId}
      isTable={seesAll && user === undefined}
    />
  );
}
