import { listRounds } from '@/lib/round/rounds';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { RoundsPage } from '@/components/round/rounds-page';

export const metadata = { title: 'Discussion rounds' };

export default async function ProjectRoundsPage({
  params,
}: {
  params: Promise<{ projectId: string }>;
}) {
  const { viewer, project } = await projectOfPage(params, '/rounds');
  const { items } = await listRounds(viewer, project.id, { limit: 1000 }).catch(orNotFound);
  return <RoundsPage project={project} rounds={items} />;
}
