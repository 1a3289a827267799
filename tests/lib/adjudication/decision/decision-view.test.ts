import { expect, test } from '@jest/globals';
import { decisionListing, decisionView } from '@/lib/adjudication/decision/decision-view';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';

test('describes a decision', async () => {
  const { articleId, manager } = await aDisputedArticle();
  const unit = await unitOn(manager, articleId, 'experts agree');
  const decision = await deciding(manager, articleId, unit, {
    take: annotationIdsOfVersion(unit, 0),
  });
  expect(decisionView.strict().parse(decision)).toEqual(decision);
  const page = { items: [decision], nextCursor: null, offsetUnit: 'utf-16' };
  expect(decisionListing.strict().parse(page)).toEqual(page);
});
