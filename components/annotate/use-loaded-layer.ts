import { useEffect, useState } from 'react';
import { LayerOnPage } from '@/components/live/layer-on-page';
import { readAnnotations } from '@/components/live/read-annotations';
import type { ArticleLive, LiveEvent } from '@/components/live/article-live';
import type { Blocks } from '@/components/live/span-index';
import { ApiProblem } from '@/components/ui/api';
import type { Annotation } from '@/lib/annotation/annotation';

/** Somebody's annotations, as far as they have come. */
export type LoadedLayer = {
  annotations: readonly Annotation[];
  isBusy: boolean;
  problem: ApiProblem | null;
};

const nothing: LoadedLayer = { annotations: [], isBusy: false, problem: null };

/** Whether what is told is of this layer, or of all that may have been missed. */
function isAbout(layerId: string, event: LiveEvent): 'news' | 'all' | null {
  if (event.kind === 'joined') return 'all';
  if (event.kind === 'left') return null;
  const { message } = event;
  if (message.kind === 'reread') return 'all';
  return message.kind === 'changes' && message.layerId === layerId ? 'news' : null;
}

/**
 * The annotations of the layer that is looked at, kept current as the live server tells; none while
 * nobody's is.
 */
export function useLoadedLayer(
  layerId: string | null,
  live: ArticleLive,
  blocks: Blocks,
): LoadedLayer {
  const [loaded, setLoaded] = useState(nothing);
  useEffect(() => {
    setLoaded(nothing);
    if (layerId === null) return undefined;
    let problem: ApiProblem | null = null;
    const read = async (id: string, signal: AbortSignal) => {
      try {
        return await readAnnotations(id, signal);
      } catch (thrown) {
        if (thrown instanceof ApiProblem) problem = thrown;
        throw thrown;
      }
    };
    const page = new LayerOnPage(layerId, blocks, {
      read,
      isGone: (thrown) => thrown instanceof ApiProblem && thrown.status === 404,
      changed(isGone) {
        const isLost = isGone || page.progress === 'failed';
        setLoaded({
          annotations: isGone ? [] : page.spans.all(),
          isBusy: page.progress === 'loading' && !isGone,
          problem: isLost ? problem : null,
        });
      },
    });
    void page.read();
    const unsubscribe = live.listen((event) => {
      const about = isAbout(layerId, event);
      if (about === 'all') void page.read();
      else if (about === 'news' && event.kind === 'message' && event.message.kind === 'changes')
        page.applyChanges(event.message);
    });
    return () => {
      unsubscribe();
      page.forget();
    };
  }, [layerId, live, blocks]);
  return loaded;
}
