import { publishedCodebook } from '@/lib/codebook/read-codebook';
import { findLearning } from './progress-store';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { findAnnotations } from './annotation-store';
import type { OpenArticle } from './article-context';
import { opened, seesConsensus } from './article-context';
import { findArticleContext, findWorkspaceArticle } from './article-context-store';
import type { ArticleWorkspace, VisibleLayer } from './article-workspace';
import { visibleLayerOf } from './article-workspace';
import type { LayerView } from './layer';
import { findLayers } from './layer-store';
import { isLearner, yetToPass } from './learning';
import { hidesSource, maySeeLayer, mayReopen, seesOthers } from './visibility';

function visible(layers: LayerView[], context: OpenArticle, userId: string): VisibleLayer[] {
  return layers
    .filter(({ id, kind, author, state }) => {
      const isOthers = id !== context.own?.id;
      const layer = { kind, authorId: author?.id ?? null, state };
      return isOthers && maySeeLayer({ ...context, userId }, layer);
    })
    .map(visibleLayerOf);
}

/** The channel of all layers carries the consensus, too. */
function liveChannels(context: OpenArticle, userId: string): ArticleWorkspace['live'] {
  const layers = seesOthers(context);
  return { layers, consensus: !layers && seesConsensus(context, userId) };
}

/**
 * The article's part in the viewer's calibration, and the articles that they have to pass first.
 */
async function learningOf(
  context: OpenArticle,
  userId: string,
): Promise<Pick<ArticleWorkspace, 'labelFirst' | 'calibration'>> {
  const { isCalibration, isGated, own, role, projectId, articleId } = context;
  const isMeasured = may(role, 'write own layer') && !may(role, 'see every layer');
  if (!isMeasured || !(isCalibration || (isGated && own === null)))
    return { labelFirst: [], calibration: 'none' };
  const learning = await findLearning(db(), projectId, userId);
  const here = learning.find((one) => one.articleId === articleId);
  const left = isGated && own === null ? yetToPass(learning) : [];
  return {
    labelFirst: left.map((one) => ({ id: one.articleId, title: one.title })),
    calibration: here === undefined ? 'none' : isLearner(here) ? 'learner' : 'source',
  };
}

const noCodebook = { labels: [], relations: [], questions: [], guidelines: '' };

/**
 * The data of the annotate page. The text is that of the viewer's own layer's revision, else the
 * newest.
 *
 * @throws {Refusal} `absent` or `forbidden` where the viewer may not read the article.
 */
export async function readArticleWorkspace(
  { userId, name }: Viewer,
  articleId: string,
): Promise<ArticleWorkspace> {
  const context = opened(await findArticleContext(db(), articleId, userId), 'read articles');
  const { own, role, projectId, round, codebookVersion: version } = context;
  const revisionId = own?.revisionId ?? context.revisionId;
  const [frozen, codebook, found, layers, annotations, learning] = await Promise.all([
    frozenText(db(), revisionId),
    publishedCodebook(db(), projectId, version),
    findWorkspaceArticle(db(), articleId, revisionId),
    findLayers(db(), articleId),
    own === null ? [] : findAnnotations(db(), own.id),
    learningOf(context, userId),
  ]);
  if (found === null) throw absent('article');
  const sourceHidden = hidesSource(context);
  const hidden = { source: null, author: null, url: null, publishedAt: null };
  const live = !context.projectArchived && !context.articleArchived;
  return {
    article: { ...found.article, ...(sourceHidden ? hidden : {}), sourceHidden },
    project: { id: projectId, name: context.projectName },
    role,
    mayAnnotate: live && may(role, 'write own layer') && learning.labelFirst.length === 0,
    ...learning,
    mayReopen: live && mayReopen(role, context),
    text: frozen.text,
    revisionId,
    segmentation: found.segmentation,
    codebook: { version, content: codebook ?? noCodebook },
    round: round && { ...round, isMine: context.discussion === 'open' },
    layer: own && { id: own.id, state: own.state, eventCount: own.eventCount },
    annotations,
    author: { id: userId, name },
    previous: found.previous,
    next: found.next,
    otherLayersVisible: visible(layers, context, userId),
    live: liveChannels(context, userId),
  };
}
