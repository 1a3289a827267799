import type { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import type { articleInput } from '@/lib/article/article';
import { anAnnotation } from './an-annotation';
import { anArticle } from './an-article';

/** What somebody marks: the label's key and words of the text. */
export type Marked = readonly (readonly [label: string, words: string])[];

/** Adds an article that these people read and submit: each marks the first place of the words, under the label. */
export async function aReadArticle(
  projectId: string,
  readings: readonly (readonly [analyst: Viewer, marked: Marked])[],
  chosen: Partial<z.input<typeof articleInput>> = {},
): Promise<{ articleId: string; revisionId: string; text: string; layers: string[] }> {
  const article = await anArticle(projectId, chosen);
  const layers: string[] = [];
  for (const [analyst, marked] of readings) {
    const { layer } = await openMyLayer(analyst, article.articleId);
    for (const [label, words] of marked) {
      const start = article.text.indexOf(words);
      const segments = [{ start, end: start + words.length }];
      await anAnnotation(analyst, article.articleId, { label, segments });
    }
    await changeLayerState(analyst, layer.id, 'submitted');
    layers.push(layer.id);
  }
  return { ...article, layers };
}
