import { projectOfPage } from '@/app/_gate/project-of-page';
import { ProjectSettings } from '@/components/project/project-settings';
import { SettingsSummary } from '@/components/project/settings-summary';
import { SettlingSettings } from '@/components/settling/settling-settings';
import { SecurityLink } from '@/components/security/security-link';
import { readSettlingRules } from '@/lib/adjudication/read-settling-rules';
import { may } from '@/lib/access/permission';

export const metadata = { title: 'Settings' };

export default async function SettingsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { viewer, project } = await projectOfPage(params, '/settings');
  const security = may(project.role, 'read security log') && (
    <SecurityLink projectId={project.id} />
  );
  if (project.archivedAt !== null)
    return (
      <SettingsSummary project={project} why="Bring the project back to change its settings.">
        {security}
      </SettingsSummary>
    );
  const settling = may(project.role, 'change settling rules') && (
    <SettlingSettings projectId={project.id} rules={await readSettlingRules(viewer, project.id)} />
  );
  if (may(project.role, 'change project'))
    return (
      <ProjectSettings project={project}>
        {settling}
        {security}
      </ProjectSettings>
    );
  return (
    <SettingsSummary project={project} why="Owners of the project can change these.">
      {settling}
    </SettingsSummary>
  );
}
