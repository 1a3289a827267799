import { expect, test } from '@jest/globals';
import { findVerdicts } from '@/lib/adjudication/against-consensus/verdict-store';
import { db } from '@/lib/db';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test('tells decisions by place, whether they stood at the moment, and what they made', async () => {
  const { projectId, owner } = await aProject();
  const place = await anArticle(projectId);
  const { articleId } = place;
  await aConsensus(owner, place, [
    { label: 'loaded_framing', words: 'thousands', reason: 'It fits.' },
    { label: 'unsupported_claim', words: 'The regime', reason: 'A fact.', isInConsensus: false },
  ]);
  const verdicts = await findVerdicts(db(), articleId, null);
  expect(verdicts).toMatchObject([
    {
      kind: 'reject',
      reason: 'A fact.',
      made: [],
      rejectedLabels: ['unsupported_claim'],
      isCurrent: true,
    },
    { kind: 'own', by: { id: owner.userId, name: owner.name }, made: [{ version: 1 }] },
  ]);
  const [first] = verdicts;
  const [at, ended] = [new Date(first?.at ?? ''), new Date(Date.parse(first?.at ?? '') + 60_000)];
  await db().decision.updateMany({
    where: { articleId, kind: 'reject' },
    data: { endedAt: ended },
  });
  const stood = async (moment: Date | null) =>
    (await findVerdicts(db(), articleId, moment?.toISOString() ?? null)).map(
      ({ kind, isCurrent }) => `${kind} ${isCurrent}`,
    );
  expect(await stood(null)).toEqual(['reject false', 'own true']);
  expect(await stood(new Date(at.getTime() + 30_000))).toEqual(['reject true', 'own true']);
  expect(await stood(new Date(ended.getTime() + 1))).toEqual(['reject false', 'own true']);
  expect(await stood(new Date(at.getTime() - 60_000))).toEqual([]);
});
