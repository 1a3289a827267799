import type { Viewer } from '@/lib/access/viewer';
import { openRound } from '@/lib/adjudication/round/open-round';
import type { BlindPolicy } from '@/lib/project/project';
import { aMember } from './a-member';
import { aProject } from './a-project';
import type { Marked } from './a-read-article';
import { aReadArticle } from './a-read-article';

/** A project in which two analysts have submitted an article, and a third has only begun it. */
export type Discussion = {
  projectId: string;
  owner: Viewer;
  ada: Viewer;
  ben: Viewer;
  /** Whose layer is not submitted. */
  cleo: Viewer;
  articleId: string;
  /** Ada's, Ben's. */
  layers: [string, string];
};

/** What they read. */
export const discussedText = 'The reckless plan failed. Critics called it a disaster, as usual.';

/** Begins such a project, in which no round is open yet. */
export async function beforeDiscussion(
  blind: BlindPolicy = 'closed',
  [adas, bens]: readonly [Marked, Marked] = [
    [['loaded_framing', 'reckless']],
    [
      ['loaded_framing', 'reckless plan'],
      ['unsupported_claim', 'called it a disaster'],
    ],
  ],
): Promise<Discussion> {
  const { projectId, owner } = await aProject({ blind });
  const [ada, ben, cleo] = [
    await aMember(projectId, 'analyst', { name: 'Ada' }),
    await aMember(projectId, 'analyst', { name: 'Ben' }),
    await aMember(projectId, 'analyst', { name: 'Cleo' }),
  ];
  const chosen = { text: discussedText };
  const { articleId, layers } = await aReadArticle(
    projectId,
    [
      [ada, adas],
      [ben, bens],
    ],
    chosen,
  );
  return {
    projectId,
    owner,
    ada,
    ben,
    cleo,
    articleId,
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
