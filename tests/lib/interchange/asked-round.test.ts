import { expect, test } from '@jest/globals';
import { askedRound } from '@/lib/interchange/asked-round';
import { exportQuery } from '@/lib/interchange/csv-choice';
import { aDiscussion } from '@/tests/builders/a-discussion';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('finds the round that is asked for, in its own project, and refuses what is not there', async () => {
  const { projectId } = await aDiscussion();
  const asked = exportQuery.parse({ round: '1', moment: 'after' });
  expect(await askedRound(projectId, asked)).toMatchObject({ moment: 'after' });
  expect(await askedRound(projectId, exportQuery.parse({}))).toBeNull();
  const elsewhere = (await aProject()).projectId;
  expect((await refused(askedRound(elsewhere, asked))).reason).toBe('absent');
  const second = exportQuery.parse({ round: '2', moment: 'after' });
  expect((await refused(askedRound(projectId, second))).reason).toBe('absent');
});
