import type { Viewer } from '@/lib/access/viewer';
import { aMember } from './a-member';
import { aProject } from './a-project';
import type { Marked } from './a-read-article';
import { aReadArticle } from './a-read-article';

/** An article that three analysts have submitted, with a manager who may settle it. */
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
 * Begins a project with three analysts and an article that they have read: all alike on “failed gamble”,
 * two against one on where “experts agree” begins, and one alone on “Nobody”; or what is given.
 */
export async function aDisputedArticle(
  marks: readonly [Marked, Marked, Marked] = [
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
  const { projectId, owner } = await aProject(chosen);
  const manager = await aMember(projectId, 'manager', { name: 'Mia Manager' });
  const analysts: DisputedArticle['analysts'] = [
    await aMember(projectId, 'analyst', { name: 'Ada' }),
    await aMember(projectId, 'analyst', { name: 'Ben' }),
    await aMember(projectId, 'analyst', { name: 'Cleo' }),
  ];
  const readings = analysts.map((analyst, at) => [analyst, marks[at] ?? []] as const);
  const article = await aReadArticle(projectId, readings, { text: prose });
  const { articleId, text, layers } = article;
  return { projectId, articleId, text, layers, owner, manager, analysts };
}
