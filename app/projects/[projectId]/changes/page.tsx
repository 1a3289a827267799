import { ChangedArticles } from '@/components/adjudication/decision-log/changes-page';
import { DeadEnd } from '@/components/ui/page';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { projectOfPage, orTooMuch } from '@/app/_gate/project-of-page';
import { may } from '@/lib/access/permission';
import { computeChangedArticles } from '@/lib/adjudication/compute-adjudication';

const query = z.object({ user: z.uuid().optional(), from: z.string().max(2000).optional() });

export const metadata = { title: 'Changes to my annotations' };

export default async function ChangesPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/changes');
  const asked = query.safeParse(await searchParams);
  if (!asked.success) notFound();
  const { user, from } = asked.data;
  const isOwn = user === undefined || user === viewer.userId;
  if (!isOwn && !may(project.role, 'see every layer')) notFound();
  const asking = { limit: 30, cursor: from, user };
  const changed = await computeChangedArticles(viewer, project.id, asking).catch(orTooMuch);
  if ('tooMuch' in changed)
    return <DeadEnd title="The changes cannot be calculated now">{changed.tooMuch}</DeadEnd>;
  return <ChangedArticles changed={changed} isOwn={isOwn} />;
}
