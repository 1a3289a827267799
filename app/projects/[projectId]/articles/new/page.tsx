import { projectOfPage } from '@/app/_gate/project-of-page';
import { ArticleIntake, IntakeClosed } from '@/components/article/article-intake';
import { may } from '@/lib/access/permission';

export const metadata = { title: 'Add an article' };

export default async function NewArticlePage({
  params,
}: {
  params: Promise<{ projectId: string }>;
}) {
  const { project } = await projectOfPage(params, '/articles/new');
  const projectId = project.id;
  if (project.archivedAt !== null)
    return (
      <IntakeClosed projectId={projectId} why="This project is archived and takes no articles." />
    );
  if (!may(project.role, 'add articles'))
    return (
      <IntakeClosed
        projectId={projectId}
        why="Only managers and owners of this project can add articles."
      />
    );
  return <ArticleIntake projectId={projectId} projectName={project.name} />;
}
