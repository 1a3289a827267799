import type { Viewer } from '@/lib/access/viewer';
import { memberRows } from './a-member';
import type { aProject } from './a-project';
import { projectRows } from './a-project';
import type { QuotedLabels } from './a-read-article';
import { readArticleRows } from './a-read-article';
import { articleRows } from './an-article';
import { insertRows } from './insert-rows';

/** An article that three analysts have submitted, with a manager who may adjudicate it. */
export type DisputedArticle = {
  projectId: string;
  articleId: string;
  text: string;
  layers: string[];
  owner: Viewer;
  manager: Viewer;
  analysts: [ada: Viewer, ben: Viewer, cleo: Viewer];
};

const prose = [
  'The regime’s failed gamble cost thousands of jobs, experts agree.',
  '“We won,” said Mr. Steele. “It was hard.” 😀',
  'Nobody knows why.',
].join('\n');

/**
 * Creates a project with three analysts and an article that they have submitted: all agree on
 * “failed gamble”, two against one on where “experts agree” begins, and one alone on “Nobody”; or
 * the given annotations.
 */
export async function aDisputedArticle(
  annotations: readonly [QuotedLabels, QuotedLabels, QuotedLabels] = [
    [
      ['loaded_framing', 'failed gamble'],
      ['unsupported_claim', 'experts agree'],
      ['loaded_framing', 'Nobody'],
    ],
    [
      ['loaded_framing', 'failed gamble'],
      ['unsupported_claim', 'experts agree'],
    ],
    [
      ['loaded_framing', 'failed gamble'],
      ['unsupported_claim', 'jobs, experts agree'],
    ],
  ],
  chosen: Parameters<typeof aProject>[0] = {},
): Promise<DisputedArticle> {
  const { projectId, owner, rows } = projectRows(chosen);
  const { person: manager, rows: ofManager } = memberRows(projectId, 'manager', {
    name: 'Mia Manager',
  });
  const ada = memberRows(projectId, 'analyst', { name: 'Ada' });
  const ben = memberRows(projectId, 'analyst', { name: 'Ben' });
  const cleo = memberRows(projectId, 'analyst', { name: 'Cleo' });
  const analysts: DisputedArticle['analysts'] = [ada.person, ben.person, cleo.person];
  const article = articleRows(owner, projectId, { text: prose });
  const written = analysts.map((analyst, at) => [analyst, annotations[at] ?? []] as const);
  const { layers, rows: read } = readArticleRows(article, written);
  await insertRows(...rows, ofManager, ada.rows, ben.rows, cleo.rows, ...read);
  const { articleId, text } = article.fixture;
  return { projectId, articleId, text, layers, owner, manager, analysts };
}
