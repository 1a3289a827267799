import type { Call } from '@/components/outbox/send-change';
import { requestAs } from '@/components/outbox/send-change';
import { readLayer } from '@/components/outbox/read-layer';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { LayerView } from '@/lib/annotation/layer';
import type { DrillArticle, DrillPerson, DrillProject } from './drill-project';

/**
 * What the annotate page would bring with it, read over the API; null when the server does not answer
 * now. The text is frozen, so the drill need not read it again.
 */
export async function loadWorkspace(
  call: Call,
  { userId, name }: DrillPerson,
  { view, text }: DrillArticle,
  { projectId, codebook }: DrillProject,
): Promise<ArticleWorkspace | null> {
  const path = `/api/v1/articles/${view.id}/layers`;
  const listed = await requestAs<{ items: LayerView[] }>(call, userId, ['GET', path]);
  if (listed.kind !== 'done') return null;
  const own = listed.answer.items.find(({ author }) => author?.id === userId) ?? null;
  const read = own === null ? null : await readLayer(call, userId, own.id);
  if (read !== null && read.kind !== 'done') return null;
  return {
    article: {
      id: view.id,
      title: view.title,
      source: view.source,
      author: view.author,
      url: view.url,
      publishedAt: view.publishedAt,
      language: view.language,
      sourceHidden: view.sourceHidden,
      archived: false,
    },
    project: { id: projectId, name: 'Drill' },
    role: 'analyst',
    mayAnnotate: true,
    labelFirst: [],
    calibration: 'none',
    mayReopen: false,
    round: null,
    text,
    // The outbox does not ask for it.
    revisionId: '',
    segmentation: { words: '', sentences: '', paragraphs: '' },
    codebook,
    layer: own && { id: own.id, state: own.state, eventCount: 0 },
    annotations: read?.answer.annotations ?? [],
    author: { id: userId, name },
    previous: null,
    next: null,
    otherLayersVisible: [],
    live: { layers: true, consensus: false },
  };
}
