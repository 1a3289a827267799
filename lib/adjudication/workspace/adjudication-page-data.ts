import { strFromU8, unzlibSync } from 'fflate';
import { fromBase64 } from 'lib0/buffer';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { AdjudicationWorkspace } from './adjudication-workspace';

/**
 * The data of the adjudication page: the article in the revision that is adjudicated, and `packed`,
 * the workspace (positions in UTF-16 code units) for `unpackWorkspace`: a tenth of its size as
 * JSON.
 */
export type AdjudicationPageData = Omit<ArticleWorkspace, 'annotations' | 'otherLayersVisible'> & {
  packed: string;
};

/** Parses a packed workspace: JSON, compressed (zlib, RFC 1950), in base64. */
export function unpackWorkspace(packed: string): AdjudicationWorkspace {
  return JSON.parse(strFromU8(unzlibSync(fromBase64(packed)))) as AdjudicationWorkspace;
}
