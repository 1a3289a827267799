import type { Role } from '@/lib/access/permission';
import type { EncodedSegmentation } from '@/lib/article/segmentation';
import type { Codebook } from '@/lib/codebook/codebook';
import type { Annotation } from './annotation';
import type { LayerKind, LayerState, LayerView } from './layer';

/** The previous or next article in the project's list. */
export type Neighbour = { id: string; title: string };

/** Somebody else's layer, or the consensus, that the viewer may see. */
export type VisibleLayer = {
  layerId: string;
  /** Name of the analyst or suggester; 'Consensus' for the consensus. */
  author: string;
  /** The analyst's id; null for the consensus and for suggesters. */
  authorId: string | null;
  kind: LayerKind;
  state: LayerState;
};

/** A layer of somebody else as a page gets it. */
export function visibleLayerOf({ id, kind, author, suggester, state }: LayerView): VisibleLayer {
  return {
    layerId: id,
    author: author?.name ?? (suggester || 'Consensus'),
    authorId: author?.id ?? null,
    kind,
    state,
  };
}

/** The data of the annotate page for one viewer. Positions are UTF-16 code units. */
export type ArticleWorkspace = {
  article: {
    id: string;
    title: string;
    /**
     * Source, author, url and publishedAt are null while the project hides them from the viewer.
     */
    source: string | null;
    author: string | null;
    url: string | null;
    publishedAt: string | null;
    language: string;
    sourceHidden: boolean;
    archived: boolean;
  };
  project: { id: string; name: string };
  role: Role;
  /**
   * Whether the viewer may have a layer here, and neither the article nor the project is archived.
   */
  mayAnnotate: boolean;
  /**
   * Calibration articles that the viewer has to pass before they may have a layer here; usually
   * empty.
   */
  labelFirst: Neighbour[];
  /**
   * `learner`: the viewer is measured by this article; `source`: its consensus was made of their
   * annotations; `none`: no calibration article, or not for them.
   */
  calibration: 'learner' | 'source' | 'none';
  /** Whether the viewer may reopen their submitted layer. */
  mayReopen: boolean;
  text: string;
  revisionId: string;
  segmentation: EncodedSegmentation;
  codebook: { version: number; content: Codebook };
  /** The open discussion round; `isMine` where the viewer's own layer is in it. */
  round: { number: number; since: string; isMine: boolean } | null;
  /** The viewer's own layer; null until it is created. */
  layer: { id: string; state: LayerState; eventCount: number } | null;
  /** The viewer's own annotations, sorted by start, end, id. */
  annotations: Annotation[];
  /** The viewer. */
  author: { id: string; name: string };
  previous: Neighbour | null;
  next: Neighbour | null;
  otherLayersVisible: VisibleLayer[];
  /** Which live channels are open to the viewer: all layers, or the consensus alone. */
  live: { layers: boolean; consensus: boolean };
};
