import type { Db } from '@/lib/db';
import type { AdjudicationSettings } from './adjudication-settings';
import { defaultAdjudicationSettings, adjudicationSettings } from './adjudication-settings';

/** The adjudication settings of a project; the defaults for what is not set. */
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

/** Stores the adjudication settings of a project. */
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
