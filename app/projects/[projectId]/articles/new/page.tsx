import { notFound } from 'next/navigation';
import { z } from 'zod';
import { pageViewer } from '@/app/_gate/viewer';
import { ArticleIntake } from '@/components/article-intake/article-intake';
import { IntakeClosed } from '@/components/article-intake/intake-closed';
import { may } from '@/lib/access/permission';
import { readProject } from '@/lib/project/read-project';
import { Refusal } from '@/lib/refusal';

const address = z.object({ projectId: z.uuid() });

function unlessAbsent(thrown: unknown): never {
  if (thrown instanceof Refusal && thrown.reason === 'absent') notFound();
  throw thrown;
}

export const metadata = { title: 'Add an article' };

export default async function NewArticlePage({
  params,
}: {
  params: Promise<{ projectId: string }>;
}) {
  const asks = address.safeParse(await params);
  if (!asks.success) notFound();
  const { projectId } = asks.data;
  const viewer = await pageViewer(`/projects/${projectId}/articles/new`);
  const project = await readProject(viewer, projectId).catch(unlessAbsent);
  if (project.archivedAt !== null)
    return (
      <IntakeClosed projectId={projectId} why="This project is archived and takes no articles." />
    );
  if (!may(project.role, 'add articles'))
    return (
      <IntakeClosed
        projectId={projectId}
        why="Managers and owners of this project add its articles."
      />
    );
  return <ArticleIntake projectId={projectId} projectName={project.name} />;
}
