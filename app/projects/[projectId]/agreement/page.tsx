import { projectOfPage } from '@/app/_gate/project-of-page';
import { AgreementPanel } from '@/components/agreement/agreement-panel';

export const metadata = { title: 'Agreement' };

export default async function AgreementPage({
  params,
}: {
  params: Promise<{ projectId: string }>;
}) {
  const { project } = await projectOfPage(params, '/agreement');
  return <AgreementPanel key={project.id} project={project} />;
}
