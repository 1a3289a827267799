import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import type { articleInput } from '@/lib/article/article';
import { latestVersion } from '@/lib/codebook/codebook-store';
import { db } from '@/lib/db';
import { nextContentOf, layerRows } from './a-layer';
import { ownerOf } from './a-project';
import { aPut } from './an-annotation';
import type { ArticleFixture } from './an-article';
import { articleRows } from './an-article';
import type { Rows } from './insert-rows';
import { insertRows } from './insert-rows';

/** Annotations as the label’s key and words of the text. */
export type QuotedLabels = readonly (readonly [label: string, words: string])[];

/** An analyst with their annotations. */
export type LayerBy = readonly [analyst: Viewer, marked: QuotedLabels];

/** The submitted layer of an analyst, each annotation on the first occurrence of its words. */
function submittedRows(
  { text, articleId, revisionId }: ArticleFixture,
  [{ userId }, marked]: LayerBy,
  codebookVersion: number,
): { layerId: string; rows: Rows } {
  const layerId = v7();
  const annotations = marked.map(([label, words]) => {
    const start = text.indexOf(words);
    const put = aPut({ label, segments: [{ start, end: start + words.length }] });
    return { id: v7(), nextContent: nextContentOf(text, put, codebookVersion) };
  });
  const layer = { id: layerId, articleId, revisionId, kind: 'analyst', authorId: userId } as const;
  return { layerId, rows: layerRows({ ...layer, state: 'submitted', byId: userId, annotations }) };
}

/**
 * An article that these analysts have annotated and submitted, and its rows; by the project’s first
 * codebook by default.
 */
export function readArticleRows(
  article: ReturnType<typeof articleRows>,
  written: readonly LayerBy[],
  codebookVersion = 1,
): { layers: string[]; rows: Rows[] } {
  const read = written.map((one) => submittedRows(article.fixture, one, codebookVersion));
  return {
    layers: read.map(({ layerId }) => layerId),
    rows: [article.rows, ...read.map(({ rows }) => rows)],
  };
}

/**
 * Adds an article that these analysts annotate and submit, each annotation on the first occurrence
 * of its words.
 */
export async function aReadArticle(
  projectId: string,
  written: readonly LayerBy[],
  chosen: Partial<z.input<typeof articleInput>> = {},
): Promise<ArticleFixture & { layers: string[] }> {
  const article = articleRows(await ownerOf(projectId), projectId, chosen);
  const codebookVersion = await latestVersion(db(), projectId);
  const { layers, rows } = readArticleRows(article, written, codebookVersion);
  await insertRows(...rows);
  return { ...article.fixture, layers };
}
