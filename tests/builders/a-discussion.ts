import { openRound } from '@/lib/round/rounds';
import type { Viewer } from '@/lib/access/viewer';
import type { BlindPolicy } from '@/lib/project/project';
import { memberRows } from './a-member';
import { projectRows } from './a-project';
import type { QuotedLabels } from './a-read-article';
import { readArticleRows } from './a-read-article';
import { articleRows } from './an-article';
import { insertRows } from './insert-rows';

/** A project in which two analysts have submitted an article, and a third has only begun it. */
export type Discussion = {
  projectId: string;
  owner: Viewer;
  ada: Viewer;
  ben: Viewer;
  /** The analyst whose layer is not submitted. */
  cleo: Viewer;
  articleId: string;
  /** Ada's, Ben's. */
  layers: [string, string];
};

/** The text of the article. */
export const discussedText = 'The reckless plan failed. Critics called it a disaster, as usual.';

/** Creates such a project, without an open round. */
export async function beforeDiscussion(
  blind: BlindPolicy = 'closed',
  [adas, bens]: readonly [QuotedLabels, QuotedLabels] = [
    [['loaded_framing', 'reckless']],
    [
      ['loaded_framing', 'reckless plan'],
      ['unsupported_claim', 'called it a disaster'],
    ],
  ],
): Promise<Discussion> {
  const { projectId, owner, rows } = projectRows({ blind });
  const ada = memberRows(projectId, 'analyst', { name: 'Ada' });
  const ben = memberRows(projectId, 'analyst', { name: 'Ben' });
  const cleo = memberRows(projectId, 'analyst', { name: 'Cleo' });
  const article = articleRows(owner, projectId, { text: discussedText });
  const { layers, rows: read } = readArticleRows(article, [
    [ada.person, adas],
    [ben.person, bens],
  ]);
  await insertRows(...rows, ada.rows, ben.rows, cleo.rows, ...read);
  return {
    projectId,
    owner,
    ada: ada.person,
    ben: ben.person,
    cleo: cleo.person,
    articleId: article.fixture.articleId,
    layers: [layers[0] ?? '', layers[1] ?? ''],
  };
}

/** The same with its first round open. */
export async function aDiscussion(
  ...chosen: Parameters<typeof beforeDiscussion>
): Promise<Discussion> {
  const before = await beforeDiscussion(...chosen);
  await openRound(before.owner, before.projectId);
  return before;
}
