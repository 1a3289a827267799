import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { StoredLayer } from './stored-layer';

/** Everything that the comparison page lays before one person. Positions are UTF-16 code units. */
export type ComparisonWorkspace = Omit<
  ArticleWorkspace,
  'annotations' | 'live' | 'otherLayersVisible'
> & {
  /** The readings that are open to the reader and have begun, the consensus among them; the oldest first. */
  layers: StoredLayer[];
  /** Whether the reader has yet to submit before others' readings open to them. */
  opensOnSubmission: boolean;
};
