import { SecurityLink } from '@/components/access/security-page';
import { readAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import { projectOfPage } from '@/app/_gate/project-of-page';
import { ProjectSettings, SettingsSummary } from '@/components/project/project-settings';
import { AdjudicationSettingsForm } from '@/components/adjudication/adjudication-settings-form';
import { may } from '@/lib/access/permission';

export const metadata = { title: 'Settings' };

export default async function SettingsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { viewer, project } = await projectOfPage(params, '/settings');
  const security = may(project.role, 'read security log') && (
    <SecurityLink projectId={project.id} />
  );
  if (project.archivedAt !== null)
    return (
      <SettingsSummary project={project} why="Restore the project to change its settings.">
        {security}
      </SettingsSummary>
    );
  const adjudicationSettings = may(project.role, 'change adjudication settings') && (
    <AdjudicationSettingsForm
      projectId={project.id}
      rules={await readAdjudicationSettings(viewer, project.id)}
    />
  );
  if (may(project.role, 'change project'))
    return (
      <ProjectSettings project={project}>
        {adjudicationSettings}
        {security}
      </ProjectSettings>
    );
  return (
    <SettingsSummary project={project} why="Only owners of the project can change these.">
      {adjudicationSettings}
    </SettingsSummary>
  );
}
