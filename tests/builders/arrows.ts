import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { putRelation } from '@/lib/annotation/relations';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { codebookContent } from '@/lib/codebook/codebook';
import { db } from '@/lib/db';
import { aMember } from './a-member';
import { aProject } from './a-project';
import { anAnnotation } from './an-annotation';
import { anArticle } from './an-article';

/**
 * An article whose analysts all annotate a claim and its evidence; those with true in `drawn` draw
 * the relation between them.
 */
export async function arrowsDrawn(drawn: readonly boolean[]): Promise<{
  projectId: string;
  articleId: string;
  manager: Viewer;
  layers: string[];
}> {
  const { projectId } = await aProject();
  const content = codebookContent.parse({
    labels: [{ key: 'claim' }, { key: 'evidence' }],
    relations: [{ key: 'supports', from: 'evidence', to: 'claim' }],
  });
  await db().codebookVersion.create({ data: { projectId, version: 2, content } });
  const { articleId } = await anArticle(projectId);
  const layers: string[] = [];
  for (const isDrawn of drawn) {
    const analyst = await aMember(projectId, 'analyst');
    const { layer } = await openMyLayer(analyst, articleId);
    const claim = await anAnnotation(analyst, articleId, { label: 'claim' });
    const segments = [{ start: 66, end: 76 }];
    const evidence = await anAnnotation(analyst, articleId, { label: 'evidence', segments });
    const arrow = { type: 'supports', from: evidence.id, to: claim.id };
    if (isDrawn) await putRelation(analyst, layer.id, v7(), arrow);
    await changeLayerState(analyst, layer.id, 'submitted');
    layers.push(layer.id);
  }
  return { projectId, articleId, manager: await aMember(projectId, 'manager'), layers };
}
