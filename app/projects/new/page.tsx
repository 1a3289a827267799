import { pageViewer } from '@/app/_gate/viewer';
import { NewProject } from '@/components/project/new-project';

export const metadata = { title: 'New project' };

export default async function NewProjectPage() {
  await pageViewer('/projects/new');
  return <NewProject />;
}
