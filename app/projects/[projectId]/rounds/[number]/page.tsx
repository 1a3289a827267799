import { findTheRound } from '@/lib/round/rounds';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { RoundPage } from '@/components/round/round-page';

const address = z.object({ number: z.coerce.number().int().min(1).max(2_147_483_647) });

export const metadata = { title: 'Discussion round' };

export default async function ProjectRoundPage({
  params,
}: {
  params: Promise<{ projectId: string; number: string }>;
}) {
  const asked = address.safeParse(await params);
  if (!asked.success) notFound();
  const { number } = asked.data;
  const { viewer, project } = await projectOfPage(params, `/rounds/${number}`);
  const round = await findTheRound(viewer, project.id, number).catch(orNotFound);
  return <RoundPage key={number} project={project} round={round} />;
}
