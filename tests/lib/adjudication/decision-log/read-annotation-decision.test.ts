import { expect, test } from '@jest/globals';
import { readAnnotationDecision } from '@/lib/adjudication/decision-log/read-annotation-decision';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not, as if there were none; others are told', async () => {
  const { projectId, articleId, manager, analysts } = await aDisputedArticle();
  const unit = await unitOn(manager, articleId, 'experts agree');
  const take = annotationIdsOfVersion(unit, 0);
  const decision = await deciding(manager, articleId, unit, { take });
  const annotationId = decision.outcome[0]?.annotationId ?? '';
  for (const who of [await aPerson(), await aMember(projectId, 'analyst')])
    expect(await refused(readAnnotationDecision(who, annotationId, 'utf-16'))).toMatchObject({
      reason: 'absent',
    });
  expect(await readAnnotationDecision(analysts[0], annotationId, 'utf-16')).toMatchObject({
    id: decision.id,
    reason: 'Fits the definition',
  });
  const [analystsOwn = ''] = take;
  expect(await refused(readAnnotationDecision(manager, analystsOwn, 'utf-16'))).toMatchObject({
    reason: 'absent',
  });
});
