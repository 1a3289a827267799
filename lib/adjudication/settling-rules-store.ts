import type { Db } from '@/lib/db';
import type { SettlingRules } from './settling-rules';
import { firstRules, settlingRules } from './settling-rules';

/** How a project settles; as it begins, where nobody has said otherwise. */
export async function findSettlingRules(db: Db, projectId: string): Promise<SettlingRules> {
  const project = await db.project.findUnique({
    where: { id: projectId },
    select: { calibrationGate: true, settlingRules: { select: { content: true } } },
  });
  const { content } = project?.settlingRules ?? { content: {} };
  const stored = settlingRules.partial().omit({ calibrationGate: true }).safeParse(content);
  return {
    ...firstRules,
    ...(stored.success ? stored.data : {}),
    calibrationGate: project?.calibrationGate ?? false,
  };
}

/** Keeps how a project settles. */
export async function writeSettlingRules(
  db: Db,
  projectId: string,
  { calibrationGate, ...content }: SettlingRules,
): Promise<void> {
  await db.settlingRules.upsert({
    where: { projectId },
    create: { projectId, content },
    update: { content },
  });
  await db.project.update({ where: { id: projectId }, data: { calibrationGate } });
}
