import type { Announcement } from '@/lib/live/announcement';
import type { Computation } from '@/lib/compute/computation';
import type { Viewer } from '@/lib/access/viewer';
import type { OffsetUnit } from '@/lib/article/code-points';
import type {
  ChangedArticles,
  ChangesQuery,
  ChangesResult,
  WhoseQuery,
} from './changes/changes-view';
import { listChanges } from './changes/list-changes';
import { readChanges } from './changes/read-changes';
import { readChangesView } from '@/lib/adjudication/changes/read-changes-view';
import { readAdjudicationWorkspace } from '@/lib/adjudication/workspace/read-adjudication-workspace';
import { readAdjudicationPageData } from '@/lib/adjudication/workspace/read-adjudication-page-data';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import { mergeQuietly } from './merge/merge-article';
import type { MergeInput, MergeView } from './merge/merge-input';

type OfArticle = { viewer: Viewer; articleId: string };
type OfProject = { viewer: Viewer; projectId: string };

const ofArticle = {
  advice: 'Have annotations removed that lie within many others, or leave large layers out.',
  maxMilliseconds: 30_000,
};
const ofProject = {
  advice: 'Ask for fewer articles, or for one person.',
  maxMilliseconds: 60_000,
};

/** The adjudication desk of an article, a `SettlingDesk` in JSON (UTF-8): it need not be read on its way. */
export const workspaceComputation: Computation<OfArticle & { offsetUnit: OffsetUnit }, Uint8Array> =
  {
    name: 'adjudication/workspace',
    subject: 'Comparing the layers of this article',
    ...ofArticle,
    async run({ viewer, articleId, offsetUnit }) {
      return Buffer.from(
        JSON.stringify(await readAdjudicationWorkspace(viewer, articleId, offsetUnit)),
      );
    },
  };

/** What the page of an adjudication desk lays before a manager. */
export const pageComputation: Computation<OfArticle, AdjudicationPageData> = {
  name: 'adjudication/page',
  subject: 'Comparing the layers of this article',
  ...ofArticle,
  run: ({ viewer, articleId }) => readAdjudicationPageData(viewer, articleId),
};

/** A merge of an article, with what is to be announced of it: the worker has no live connections. */
export const mergeComputation: Computation<
  OfArticle & { input: MergeInput },
  { view: MergeView; announcements: Announcement[] }
> = {
  name: 'adjudication/merge',
  subject: 'This merge',
  ...ofArticle,
  maxMilliseconds: 60_000,
  run: ({ viewer, articleId, input }) => mergeQuietly(viewer, articleId, input),
};

/** What became of one reading of an article. */
export const changesComputation: Computation<OfArticle & { query: WhoseQuery }, ChangesResult> = {
  name: 'adjudication/changes',
  subject: 'Comparing this layer with the consensus',
  ...ofArticle,
  run: ({ viewer, articleId, query }) => readChanges(viewer, articleId, query),
};

/** The same as the API tells it, a `ChangesView` in JSON (UTF-8). */
export const changesViewComputation: Computation<
  OfArticle & { query: WhoseQuery & { offsetUnit: OffsetUnit } },
  Uint8Array
> = {
  name: 'adjudication/changes-view',
  subject: 'Comparing this layer with the consensus',
  ...ofArticle,
  async run({ viewer, articleId, query }) {
    return Buffer.from(JSON.stringify(await readChangesView(viewer, articleId, query)));
  },
};

/** What became of one person's readings in a project. */
export const changedArticlesComputation: Computation<
  OfProject & { query: ChangesQuery },
  ChangedArticles
> = {
  name: 'adjudication/changed-articles',
  subject: 'Comparing these layers with the consensus',
  ...ofProject,
  run: ({ viewer, projectId, query }) => listChanges(viewer, projectId, query),
};
