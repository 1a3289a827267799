import { countLabelDecisions } from '@/lib/adjudication/decision-log/search-decisions';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { CodebookPage } from '@/components/codebook/codebook-page';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { may } from '@/lib/access/permission';
import { readCodebook, listVersions, readVersion } from '@/lib/codebook/read-codebook';
import { readGuidelines } from '@/lib/codebook/read-guidelines';

const query = z.object({ version: z.coerce.number().int().min(1).optional() });

export const metadata = { title: 'Codebook' };

export default async function ProjectCodebookPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const chosen = query.safeParse(await searchParams);
  if (!chosen.success) notFound();
  const { viewer, project } = await projectOfPage(params, '/codebook');
  const projectId = project.id;
  const draft = await readCodebook(viewer, projectId);
  const shown = chosen.data.version ?? draft.version;
  const published = await readVersion(viewer, projectId, shown).catch(orNotFound);
  const mayChange = may(project.role, 'change codebook') && project.archivedAt === null;
  const publishedGuidelines = await readGuidelines(viewer, projectId, shown, guidelinesForm);
  const { items } = await listVersions(viewer, projectId, { limit: 1000 });
  return (
    <CodebookPage
      projectId={projectId}
      draft={mayChange ? draft : null}
      published={published}
      shown={shown}
      asked={chosen.data.version !== undefined}
      versions={items}
      guidelines={{
        draft: mayChange
          ? await readGuidelines(viewer, projectId, 'draft', guidelinesForm)
          : publishedGuidelines,
        published: publishedGuidelines,
      }}
      decisionCounts={await countLabelDecisions(viewer, projectId)}
      me={{ userId: viewer.userId, name: viewer.name }}
    />
  );
}
