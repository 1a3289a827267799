import { announce } from '@/lib/live/announce';
import type { ComputeOptions } from '@/lib/compute/compute';
import { compute } from '@/lib/compute/compute';
import type { Viewer } from '@/lib/access/viewer';
import { isSmallArticle, isSmallProject } from '@/lib/annotation/workload';
import type { OffsetUnit } from '@/lib/article/code-points';
import type {
  ChangedArticles,
  ChangesQuery,
  ChangesResult,
  WhoseQuery,
} from './changes/changes-view';
import {
  changedArticlesComputation,
  changesComputation,
  changesViewComputation,
  workspaceComputation,
  mergeComputation,
  pageComputation,
} from './computations';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import type { MergeInput, MergeView } from './merge/merge-input';

type Signal = AbortSignal | undefined;

const forArticle = async (viewer: Viewer, articleId: string, signal?: Signal) =>
  ({
    userId: viewer.userId,
    isSmall: await isSmallArticle(articleId),
    ...(signal && { signal }),
  }) satisfies ComputeOptions;

const forProject = async (viewer: Viewer, projectId: string, signal?: Signal) =>
  ({
    userId: viewer.userId,
    isSmall: await isSmallProject(projectId),
    ...(signal && { signal }),
  }) satisfies ComputeOptions;

/** `readSettlingDesk` in JSON, in the pool where the article has many annotations. */
export async function computeAdjudicationWorkspace(
  viewer: Viewer,
  articleId: string,
  offsetUnit: OffsetUnit,
  signal?: Signal,
): Promise<Uint8Array> {
  const options = await forArticle(viewer, articleId, signal);
  return compute(workspaceComputation, { viewer, articleId, offsetUnit }, options);
}

/** `readSettlingPage`, in the pool where the article has many annotations. */
export async function computePage(
  viewer: Viewer,
  articleId: string,
): Promise<AdjudicationPageData> {
  return compute(pageComputation, { viewer, articleId }, await forArticle(viewer, articleId));
}

/** Merges an article in the pool where it has many annotations, and announces what changed. A merge that has begun is not ended with its client. */
export async function computeMerge(
  viewer: Viewer,
  articleId: string,
  input: MergeInput,
): Promise<MergeView> {
  const options = await forArticle(viewer, articleId);
  const { view, announcements } = await compute(
    mergeComputation,
    { viewer, articleId, input },
    options,
  );
  announce(...announcements);
  return view;
}

/** `readChanges`, in the pool where the article has many annotations. */
export async function computeChanges(
  viewer: Viewer,
  articleId: string,
  query: WhoseQuery,
): Promise<ChangesResult> {
  const options = await forArticle(viewer, articleId);
  return compute(changesComputation, { viewer, articleId, query }, options);
}

/** `tellChanges` in JSON, in the pool where the article has many annotations. */
export async function computeChangesView(
  viewer: Viewer,
  articleId: string,
  query: WhoseQuery & { offsetUnit: OffsetUnit },
  signal?: Signal,
): Promise<Uint8Array> {
  const options = await forArticle(viewer, articleId, signal);
  return compute(changesViewComputation, { viewer, articleId, query }, options);
}

/** `listChanges`, in the pool where the project has many annotations. */
export async function computeChangedArticles(
  viewer: Viewer,
  projectId: string,
  query: ChangesQuery,
  signal?: Signal,
): Promise<ChangedArticles> {
  const options = await forProject(viewer, projectId, signal);
  return compute(changedArticlesComputation, { viewer, projectId, query }, options);
}
