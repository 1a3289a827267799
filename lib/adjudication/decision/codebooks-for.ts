import { publishedCodebook } from '@/lib/codebook/published-codebook';
import type { Db } from '@/lib/db';
import type { AdjudicationSnapshot } from '@/lib/adjudication/adjudication-snapshot';
import type { AdjudicationUnit } from '@/lib/adjudication/unit/adjudication-unit';
import { annotationsOfUnit } from '@/lib/adjudication/unit/adjudication-unit';
import type { OutcomeContext } from './decided-outcomes';

/** The codebooks in which a label can be given at a unit: the newest, and those of its versions, so that one that was withdrawn since can still be settled. */
export async function codebooksFor(
  on: Db,
  { context }: Pick<AdjudicationSnapshot, 'context'>,
  unit: AdjudicationUnit | null,
): Promise<OutcomeContext['codebooks']> {
  const used =
    unit === null
      ? []
      : annotationsOfUnit(unit).map(({ annotation }) => annotation.codebookVersion);
  const versions = [...new Set([context.codebookVersion, ...used])].sort((a, b) => b - a);
  const found = await Promise.all(
    versions.map(async (version) => {
      const content = await publishedCodebook(on, context.projectId, version);
      return content === null ? [] : [{ version, content }];
    }),
  );
  return found.flat();
}
