import { useEffect, useMemo, useState } from 'react';
import { ApiProblem } from '@/components/ui/api';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { blocksOf } from '@/lib/article/blocks';
import type { ArticleLive } from './article-live';
import { ColleagueLayers } from './colleague-layers';
import { People } from './people';
import { Slots } from './person-look';
import { readAnnotations, readLayers } from './read-annotations';
import { Blocks } from './span-index';
import { WantedLayers } from './wanted-layers';

/** How long the live line is waited for before colleagues' layers are read without it, in milliseconds. */
const liveTimeout = 3000;

function gather(
  { article, author, revisionId, text, otherLayersVisible }: ArticleWorkspace,
  paintsLayers: boolean,
) {
  const slots = new Slots();
  const blocks = new Blocks(blocksOf(text));
  const wanted = new WantedLayers(author.id);
  const layers = new ColleagueLayers({
    userId: author.id,
    blocks,
    slots,
    read: readAnnotations,
    list: (signal) => readLayers(article.id, signal),
    isGone: (thrown) =>
      thrown instanceof ApiProblem && (thrown.status === 403 || thrown.status === 404),
    isWanted: paintsLayers ? wanted.isWanted : () => false,
  });
  layers.set(otherLayersVisible);
  return { blocks, layers, wanted, people: new People(author.id, revisionId, slots) };
}

/** Who else works on the article, and what of their work is open: see `People` and `ColleagueLayers`. */
export type Colleagues = ReturnType<typeof gather>;

/**
 * Everything the page holds of colleagues, kept current as the live server tells it. Their
 * annotations are only read where the page paints them.
 */
export function useColleagues(
  workspace: ArticleWorkspace,
  live: ArticleLive,
  paintsLayers: boolean,
): Colleagues {
  const { article, author, revisionId, otherLayersVisible } = workspace;
  // A refreshed desk of the same text is news for what there is, and makes nothing anew.
  const [opening, setOpening] = useState(workspace);
  const isSameText = opening.article.id === article.id && opening.revisionId === revisionId;
  if (!isSameText || opening.author.id !== author.id) setOpening(workspace);
  const colleagues = useMemo(() => gather(opening, paintsLayers), [opening, paintsLayers]);
  useEffect(() => {
    const { layers, people, wanted } = colleagues;
    wanted.recall();
    layers.look();
    const begin = setTimeout(() => layers.begin(), liveTimeout);
    const unsubscribe = live.listen((event) => {
      if (event.kind === 'joined' && event.channel !== 'own') clearTimeout(begin);
      people.handleEvent(event);
      layers.handleEvent(event);
    });
    return () => {
      clearTimeout(begin);
      unsubscribe();
      layers.pause();
    };
  }, [colleagues, live]);
  useEffect(() => colleagues.layers.set(otherLayersVisible), [colleagues, otherLayersVisible]);
  return colleagues;
}
