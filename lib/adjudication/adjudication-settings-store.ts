import type { Db } from '@/lib/db';
import type { AdjudicationSettings } from './adjudication-settings';
import { defaultAdjudicationSettings, adjudicationSettings } from './adjudication-settings';

/** How a project settles; as it begins, where nobody has said otherwise. */
export async function findAdjudicationSettings(
  db: Db,
  projectId: string,
): Promise<AdjudicationSettings> {
  const project = await db.project.findUnique({
    where: { id: projectId },
    select: { calibrationGate: true, adjudicationSettings: { select: { content: true } } },
  });
  const { content } = project?.adjudicationSettings ?? { content: {} };
  const stored = adjudicationSettings.partial().omit({ calibrationGate: true }).safeParse(content);
  return {
    ...defaultAdjudicationSettings,
    ...(stored.success ? stored.data : {}),
    calibrationGate: project?.calibrationGate ?? false,
  };
}

/** Keeps how a project settles. */
export async function writeAdjudicationSettings(
  db: Db,
  projectId: string,
  { calibrationGate, ...content }: AdjudicationSettings,
): Promise<void> {
  await db.adjudicationSettings.upsert({
    where: { projectId },
    create: { projectId, content },
    update: { content },
  });
  await db.project.update({ where: { id: projectId }, data: { calibrationGate } });
}
