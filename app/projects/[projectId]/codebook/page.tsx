import { notFound } from 'next/navigation';
import { z } from 'zod';
import { pageViewer } from '@/app/_gate/viewer';
import { CodebookRoom } from '@/components/codebook/codebook-room';
import { may } from '@/lib/access/permission';
import { listVersions } from '@/lib/codebook/list-versions';
import { readCodebook } from '@/lib/codebook/read-codebook';
import { readVersion } from '@/lib/codebook/read-version';
import { readProject } from '@/lib/project/read-project';
import { Refusal } from '@/lib/refusal';

const address = z.object({ projectId: z.uuid() });
const query = z.object({ version: z.coerce.number().int().min(1).optional() });

function unlessAbsent(thrown: unknown): never {
  if (thrown instanceof Refusal && thrown.reason === 'absent') notFound();
  throw thrown;
}

export const metadata = { title: 'Codebook' };

export default async function CodebookPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const asks = address.safeParse(await params);
  const chosen = query.safeParse(await searchParams);
  if (!asks.success || !chosen.success) notFound();
  const { projectId } = asks.data;
  const viewer = await pageViewer(`/projects/${projectId}/codebook`);
  const project = await readProject(viewer, projectId).catch(unlessAbsent);
  const draft = await readCodebook(viewer, projectId);
  const shown = chosen.data.version ?? draft.version;
  const published = await readVersion(viewer, projectId, shown).catch(unlessAbsent);
  const { items } = await listVersions(viewer, projectId, { limit: 1000 });
  return (
    <CodebookRoom
      projectId={projectId}
      draft={may(project.role, 'change codebook') && project.archivedAt === null ? draft : null}
      published={published}
      shown={shown}
      asked={chosen.data.version !== undefined}
      versions={items}
    />
  );
}
