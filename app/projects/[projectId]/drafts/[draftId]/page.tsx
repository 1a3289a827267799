import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { DraftPage } from '@/components/article/draft-page';
import { may } from '@/lib/access/permission';
import { readDraft } from '@/lib/article/read-draft';

export const metadata = { title: 'Edit the text' };

const address = z.object({ draftId: z.uuid() });

export default async function ProjectDraftPage({
  params,
}: {
  params: Promise<{ projectId: string; draftId: string }>;
}) {
  const asked = address.safeParse(await params);
  if (!asked.success) notFound();
  const { draftId } = asked.data;
  const { viewer, project } = await projectOfPage(params, `/drafts/${draftId}`);
  if (!may(project.role, 'add articles') || project.archivedAt !== null) notFound();
  const draft = await readDraft(viewer, draftId).catch(orNotFound);
  if (draft.projectId !== project.id || draft.archivedAt !== null) notFound();
  if (draft.frozenAt !== null) redirect(`/articles/${draftId}`);
  const { userId, name } = viewer;
  return <DraftPage key={draftId} begun={draft} me={{ userId, name }} />;
}
