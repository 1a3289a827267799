import { projectOfPage } from '@/app/_gate/project-of-page';
import { AgreementRoom } from '@/components/agreement/agreement-room';

export const metadata = { title: 'Agreement' };

export default async function AgreementPage({
  params,
}: {
  params: Promise<{ projectId: string }>;
}) {
  const { project } = await projectOfPage(params, '/agreement');
  return <AgreementRoom key={project.id} project={project} />;
}
