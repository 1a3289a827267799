import { expect, test } from '@jest/globals';
import { decisionViewer } from '@/lib/adjudication/decision/decision-access';
import { requireDecidedArticle } from '@/lib/adjudication/decision/read-decision';
import { db } from '@/lib/db';
import { unitsAgainst } from '@/lib/adjudication/changes/units-against';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';

test('lays a reading beside the consensus, with the reasons', async () => {
  const { projectId, owner } = await aProject();
  const ada = await aMember(projectId, 'analyst');
  const text = 'A reckless gamble of theirs.';
  const article = await aReadArticle(
    projectId,
    [
      [
        ada,
        [
          ['loaded_framing', 'reckless'],
          ['loaded_framing', 'theirs'],
        ],
      ],
    ],
    { text },
  );
  const { layerId } = await aConsensus(owner, article, [
    { label: 'loaded_framing', words: 'reckless', reason: 'It judges' },
    { label: 'loaded_framing', words: 'theirs', isInConsensus: false, reason: 'Plain' },
  ]);
  const context = await requireDecidedArticle(db(), owner, article.articleId);
  const who = decisionViewer({ ...context, userId: owner.userId });
  const pair = { ownId: article.layers[0] ?? '', consensusId: layerId };
  expect(await unitsAgainst(article.articleId, pair, text, who)).toMatchObject([
    { quote: 'reckless', kinds: [], whys: [{ reason: 'It judges' }] },
    { quote: 'theirs', consensus: [], whys: [{ reason: 'Plain' }] },
  ]);
});
