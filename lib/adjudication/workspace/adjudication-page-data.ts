import { strFromU8, unzlibSync } from 'fflate';
import { fromBase64 } from 'lib0/buffer';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { AdjudicationWorkspace } from './adjudication-workspace';

/**
 * Everything that the page of an adjudication desk lays before a manager: the article in the revision
 * that is settled, and `packed`, the desk (a `SettlingDesk` in UTF-16 code units) as
 * `unpackDesk` reads it: a tenth of the same as JSON.
 */
export type AdjudicationPageData = Omit<ArticleWorkspace, 'annotations' | 'otherLayersVisible'> & {
  packed: string;
};

/** Reads a desk as a page brings it: JSON, compressed (RFC 1950), in base64. */
export function unpackWorkspace(packed: string): AdjudicationWorkspace {
  return JSON.parse(strFromU8(unzlibSync(fromBase64(packed)))) as AdjudicationWorkspace;
}
