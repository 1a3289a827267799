import { expect, test } from '@jest/globals';
import { exportQuery } from '@/lib/interchange/csv-choice';
import { writeExport } from '@/lib/interchange/write-export';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test.each([
  [{ format: 'csv' }, /^annotation_id,.*,updated_at\r\n$/],
  [
    { format: 'csv', decisions: 'true' },
    /^annotation_id,.*,updated_at,decision_id,.*,sources\r\n$/,
  ],
  [{ format: 'decisions' }, /^decision_id,project,/],
  [{ format: 'json' }, /^\{"format":"parallax"/],
] as const)('%j is written as such', async (asked, beginning) => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const reader = {
    userId: owner.userId,
    role: 'owner',
    projectName: 'P',
    blind: 'open',
    hideSource: false,
  } as const;
  const naming = { projectId, secret: null };
  const query = exportQuery.parse(asked);
  const { value } = await writeExport(reader, { articleId }, naming, query).next();
  expect(Buffer.from(value ?? []).toString()).toMatch(beginning);
});
