import { notFound } from 'next/navigation';
import { projectOfPage } from '@/app/_gate/project-of-page';
import { orTooMuch } from '@/app/_gate/too-much';
import { CompetencesRoom } from '@/components/settling/competences-room';
import { DeadEnd } from '@/components/ui/dead-end';
import { competenceQuery } from '@/lib/adjudication/competence/competence';
import { computePerformance } from '@/lib/adjudication/compute-adjudication';
import { may } from '@/lib/access/permission';
import { readCodebook } from '@/lib/codebook/read-codebook';

export const metadata = { title: 'Competence' };

export default async function CompetencesPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/competences');
  const query = competenceQuery.safeParse(await searchParams);
  const seesAll = may(project.role, 'see competences');
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
    <CompetencesRoom
      key={user ?? ''}
      project={project}
      items={performance.items}
      labels={labels}
      viewerId={viewer.userId}
      isTable={seesAll && user === undefined}
    />
  );
}
