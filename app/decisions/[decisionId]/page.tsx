import { readDecisionHistory } from '@/lib/adjudication/decision/read-decision';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { orNotFound } from '@/app/_gate/project-of-page';
import { pageViewer } from '@/app/_gate/viewer';
import { DecisionPage } from '@/components/adjudication/decision-log/decision-page';
import { Page } from '@/components/ui/page';
import { readCodebook } from '@/lib/codebook/read-codebook';
import { readProject } from '@/lib/project/read-project';

const address = z.object({ decisionId: z.uuid().toLowerCase() });

export const metadata = { title: 'Decision' };

export default async function ArticleDecisionPage({
  params,
}: {
  params: Promise<{ decisionId: string }>;
}) {
  const asked = address.safeParse(await params);
  if (!asked.success) notFound();
  const { decisionId } = asked.data;
  const viewer = await pageViewer(`/decisions/${decisionId}`);
  const decided = await readDecisionHistory(viewer, decisionId).catch(orNotFound);
  const { projectId } = decided.decision;
  const [{ name }, { labels }] = await Promise.all([
    readProject(viewer, projectId).catch(orNotFound),
    readCodebook(viewer, projectId).catch(orNotFound),
  ]);
  return (
    <Page width="text">
      <DecisionPage decided={decided} project={{ id: projectId, name }} labels={labels} />
    </Page>
  );
}
