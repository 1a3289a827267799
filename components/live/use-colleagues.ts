import type { Listing } from '@/lib/page';
import { blocksOf } from '@/lib/article/segment';
import { useEffect, useMemo, useState } from 'react';
import { callApi, ApiProblem } from '@/components/ui/api';
import type { Annotation } from '@/lib/annotation/annotation';
import type { VisibleLayer, ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { visibleLayerOf } from '@/lib/annotation/article-workspace';
import type { LayerView } from '@/lib/annotation/layer';
import type { ArticleLive } from './article-live';
import { ColleagueLayers } from './colleague-layers';
import { People } from './people';
import { Slots } from './person-look';
import { Blocks } from './span-index';

/** Fetches every annotation of a layer, in UTF-16 code units; throws as `callApi` does. */
export async function readAnnotations(layerId: string, signal: AbortSignal): Promise<Annotation[]> {
  const annotations: Annotation[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/v1/layers/${layerId}/annotations?offsetUnit=utf-16&limit=1000${after}`;
    const page: Listing<Annotation> = await callApi('GET', path, undefined, { signal });
    annotations.push(...page.items);
    cursor = page.nextCursor;
  }
  return annotations;
}

/** Fetches the layers over an article that the viewer may see, their own included; throws as `callApi` does. */
async function readLayers(articleId: string, signal: AbortSignal): Promise<VisibleLayer[]> {
  const path = `/api/v1/articles/${articleId}/layers`;
  const { items }: Listing<LayerView> = await callApi('GET', path, undefined, { signal });
  return items.map(visibleLayerOf);
}

/** The maximum number of remembered authors; the oldest are dropped. */
const maxAuthors = 500;

/** The authors whose layers the viewer has switched off, stored in the browser. By default all are shown. */
export class WantedLayers {
  private unwanted = new Set<string>();
  private readonly name: string;

  constructor(userId: string) {
    this.name = `parallax-unwanted-layers-${userId}`;
  }

  isWanted = (key: string): boolean => !this.unwanted.has(key);

  /** Loads the stored choice. */
  recall(): void {
    try {
      const known: unknown = JSON.parse(localStorage.getItem(this.name) ?? '[]');
      if (Array.isArray(known))
        this.unwanted = new Set(known.filter((key) => typeof key === 'string'));
    } catch {
      // No storage or an unreadable value: all layers are shown.
    }
  }

  want(keys: readonly string[], isWanted: boolean): void {
    for (const key of keys) {
      this.unwanted.delete(key);
      if (!isWanted) this.unwanted.add(key);
    }
    try {
      localStorage.setItem(this.name, JSON.stringify([...this.unwanted].slice(-maxAuthors)));
    } catch {
      // Without storage the choice holds until the page is closed.
    }
  }
}

/** How long to wait for the live connection before colleagues' layers are fetched without it, in milliseconds. */
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

/** The people at the article and the layers of colleagues that are open. */
type Colleagues = ReturnType<typeof gather>;

/**
 * The page's state of colleagues, kept current by the live connection. Their annotations are fetched
 * only where the page paints them.
 */
export function useColleagues(
  workspace: ArticleWorkspace,
  live: ArticleLive,
  paintsLayers: boolean,
): Colleagues {
  const { article, author, revisionId, otherLayersVisible } = workspace;
  // A refreshed workspace of the same text updates the state and does not recreate it.
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
