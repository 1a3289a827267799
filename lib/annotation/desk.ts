import type { Role } from '@/lib/access/role';
import type { EncodedSegmentation } from '@/lib/article/segmentation';
import type { Codebook } from '@/lib/codebook/codebook';
import type { Annotation } from './annotation';
import type { LayerKind, LayerState } from './layer';

/** A neighbour of the article in the project's list. */
export type Neighbour = { id: string; title: string };

/** Somebody else's layer, or the consensus, that the reader may see. */
export type VisibleLayer = {
  layerId: string;
  /** The analyst's or suggester's name; 'Consensus' for the consensus. */
  author: string;
  kind: LayerKind;
  state: LayerState;
};

/** Everything that the annotate page lays before one person. Positions are UTF-16 code units. */
export type Desk = {
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
  /** Whether this person, having submitted, may open their layer again. */
  mayReopen: boolean;
  text: string;
  revisionId: string;
  segmentation: EncodedSegmentation;
  codebook: { version: number; content: Codebook };
  /** Their own layer; null until it is opened. */
  layer: { id: string; state: LayerState; deedCount: number } | null;
  /** Their own annotations, sorted by start, end, id. */
  annotations: Annotation[];
  /** The reader. */
  author: { id: string; name: string };
  previous: Neighbour | null;
  next: Neighbour | null;
  otherLayersVisible: VisibleLayer[];
};
