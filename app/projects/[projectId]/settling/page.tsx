import { notFound } from 'next/navigation';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { listAskOf } from '@/components/project/list-address';
import { OverviewRoom } from '@/components/settling/overview/overview-room';
import { may } from '@/lib/access/permission';
import { readSettlingRules } from '@/lib/adjudication/read-settling-rules';
import { readSettlingOverview } from '@/lib/adjudication/overview/read-settling-overview';

export const metadata = { title: 'Settling' };

export default async function SettlingPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/settling');
  if (!may(project.role, 'see every layer')) notFound();
  const ask = listAskOf(await searchParams);
  const asked = { limit: ask.shown, cursor: ask.from };
  const [overview, rules] = await Promise.all([
    readSettlingOverview(viewer, project.id, asked).catch(orNotFound),
    readSettlingRules(viewer, project.id),
  ]);
  return <OverviewRoom project={project} overview={overview} ask={ask} strategy={rules.strategy} />;
}
