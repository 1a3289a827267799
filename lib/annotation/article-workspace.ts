import type { Role } from '@/lib/access/role';
import type { EncodedSegmentation } from '@/lib/article/segmentation';
import type { Codebook } from '@/lib/codebook/codebook';
import type { Annotation } from './annotation';
import type { LayerKind, LayerState, LayerView } from './layer';

/** A neighbour of the article in the project's list. */
export type Neighbour = { id: string; title: string };

/** Somebody else's layer, or the consensus, that the reader may see. */
export type VisibleLayer = {
  layerId: string;
  /** The analyst's or suggester's name; 'Consensus' for the consensus. */
  author: string;
  /** The analyst; null for the consensus and for suggesters. */
  authorId: string | null;
  kind: LayerKind;
  state: LayerState;
};

/** What the page tells of a layer that is not the reader's own. */
export function visibleLayerOf({ id, kind, author, suggester, state }: LayerView): VisibleLayer {
  return {
    layerId: id,
    author: author?.name ?? (suggester || 'Consensus'),
    authorId: author?.id ?? null,
    kind,
    state,
  };
}

/** Everything that the annotate page lays before one person. Positions are UTF-16 code units. */
export type ArticleWorkspace = {
  article: {
    id: string;
    title: string;
    /** Source, author, url and publishedAt are null while the project hides them from this person. */
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
  /** Whether this person may have a layer here and the article and project are not archived. */
  mayAnnotate: boolean;
  /** Calibration articles that they are to pass before they may have a layer here; empty for nearly everybody. */
  labelFirst: Neighbour[];
  /** What the article is to this person: one that they are measured by, one that they helped to make so, or a usual one. */
  calibration: 'learner' | 'source' | 'none';
  /** Whether this person, having submitted, may open their layer again. */
  mayReopen: boolean;
  text: string;
  revisionId: string;
  segmentation: EncodedSegmentation;
  codebook: { version: number; content: Codebook };
  /** The discussion round that is open; `isMine` where the reader's own layer is in it. */
  round: { number: number; since: string; isMine: boolean } | null;
  /** Their own layer; null until it is opened. */
  layer: { id: string; state: LayerState; eventCount: number } | null;
  /** Their own annotations, sorted by start, end, id. */
  annotations: Annotation[];
  /** The reader. */
  author: { id: string; name: string };
  previous: Neighbour | null;
  next: Neighbour | null;
  otherLayersVisible: VisibleLayer[];
  /** Which rooms of the live server are open to the reader: everybody's readings, or the settled one alone. */
  live: { layers: boolean; consensus: boolean };
};
