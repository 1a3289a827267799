import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';

/**
 * Everything that the page of an adjudication desk lays before a manager: the article in the revision
 * that is settled, and `packed`, the desk (a `SettlingDesk` in UTF-16 code units) as
 * `unpackDesk` reads it: a tenth of the same as JSON.
 */
export type AdjudicationPageData = Omit<ArticleWorkspace, 'annotations' | 'otherLayersVisible'> & {
  packed: string;
};
