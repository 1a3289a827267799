import { projectOfPage } from '@/app/_gate/project-of-page';
import { ProjectSettings } from '@/components/project/project-settings';
import { SettingsSummary } from '@/components/project/settings-summary';
import { may } from '@/lib/access/permission';

export const metadata = { title: 'Settings' };

export default async function SettingsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { project } = await projectOfPage(params, '/settings');
  if (!may(project.role, 'change project'))
    return <SettingsSummary project={project} why="Owners of the project can change these." />;
  if (project.archivedAt !== null)
    return (
      <SettingsSummary project={project} why="Bring the project back to change its settings." />
    );
  return <ProjectSettings project={project} />;
}
