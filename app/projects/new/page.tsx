import { NewProject } from '@/components/project/project-form';
import { pageViewer } from '@/app/_gate/viewer';

export const metadata = { title: 'New project' };

export default async function NewProjectPage() {
  await pageViewer('/projects/new');
  return <NewProject />;
}
