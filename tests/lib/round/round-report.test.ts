import { expect, test } from '@jest/globals';
import { readRound } from '@/lib/round/read-round';
import { roundReport } from '@/lib/round/round-report';
import { aDiscussion } from '@/tests/builders/a-discussion';

test('a measured round is told as the API says, to those who see it and to those who do not', async () => {
  const { projectId, owner, cleo } = await aDiscussion();
  for (const viewer of [owner, cleo]) {
    const report = await readRound(viewer, projectId, 1);
    expect(roundReport.strict().parse(report)).toEqual(report);
  }
});
