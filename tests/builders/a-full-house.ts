import { v7 } from 'uuid';
import { insertConsensus } from '@/lib/adjudication/consensus-layer-store';
import { insertDecisions } from '@/lib/adjudication/decision/decision-store';
import { firstRules } from '@/lib/adjudication/settling-rules';
import { writeSettlingRules } from '@/lib/adjudication/settling-rules-store';
import type { Role } from '@/lib/access/role';
import { makeToken } from '@/lib/access/make-token';
import { revokeToken } from '@/lib/access/revoke-token';
import type { Viewer } from '@/lib/access/viewer';
import { may } from '@/lib/access/permission';
import { db } from '@/lib/db';
import { invite } from '@/lib/project/invite';
import type { Asker } from '@/tests/harness/ask';
import { aDraft } from './a-draft';
import { aKeptDecision } from './a-kept-decision';
import { aMember } from './a-member';
import { aPerson } from './a-person';
import { aProject } from './a-project';
import { aThread } from './a-thread';
import { anAnnotation } from './an-annotation';
import { anArticle } from './an-article';

/** Everybody who may come to a door. */
export const askers = [
  'owner',
  'manager',
  'analyst',
  'viewer',
  'stranger',
  'nobody',
  'revoked',
] as const;

/** One who comes to a door. */
export type AskerName = (typeof askers)[number];

/** Who asks, and an id for each name that a path of the API may have. */
export type FullHouse = {
  as: Asker;
  ids: Record<string, string>;
  /** The asking person's own layer with an annotation, and own thread; the other analyst's for those who have none. */
  own: { layerId: string; annotationId: string; threadId: string; commentId: string };
  body: { authorId: string; email: string };
};

async function comer(name: AskerName, projectId: string, owner: Viewer): Promise<Asker> {
  if (name === 'owner') return owner;
  if (name === 'nobody') return null;
  if (name === 'stranger') return aPerson();
  if (name === 'revoked') {
    const { id, token } = await makeToken(owner, { name: 'old', scopes: ['read', 'write'] });
    await revokeToken(owner, id);
    return { token };
  }
  return aMember(projectId, name);
}

const isViewer = (as: Asker): as is Viewer => as !== null && 'userId' in as;

/** Something that the owner has decided, in a project that settles what is not submitted too. */
async function decided(
  { projectId, owner }: { projectId: string; owner: Viewer },
  place: { articleId: string; revisionId: string },
): Promise<string> {
  await writeSettlingRules(db(), projectId, { ...firstRules, unsubmitted: 'include' });
  const { id: layerId } = await insertConsensus(db(), place);
  const decision = aKeptDecision({ deed: 'reject', start: 4, end: 10 });
  await insertDecisions(db(), { ...place, layerId, byId: owner.userId }, [decision]);
  return decision.id;
}

/** A closed project in which another analyst has marked an article, and one who comes to its doors. */
export async function aFullHouse(name: AskerName): Promise<FullHouse> {
  const { projectId, owner } = await aProject({ blind: 'closed' });
  const author = await aMember(projectId, 'analyst');
  const { articleId, revisionId } = await anArticle(projectId);
  const { id: draftId } = await aDraft(owner, projectId);
  const { layerId, id: annotationId } = await anAnnotation(author, articleId);
  const email = `${v7()}@example.org`;
  const { id: invitationId } = await invite(owner, projectId, { role: 'viewer', email }, '');
  const { token } = await invite(owner, projectId, { role: 'viewer' }, '');
  const { id: tokenId } = await makeToken(author, { name: 'His', scopes: ['read'] });
  const as = await comer(name, projectId, owner);
  const annotates = isViewer(as) && may(name as Role, 'write own layer');
  const mine = annotates ? await anAnnotation(as, articleId) : { layerId, id: annotationId };
  const talk = await aThread(author, articleId);
  const myTalk = annotates ? await aThread(as, articleId) : talk;
  const decisionId = await decided({ projectId, owner }, { articleId, revisionId });
  return {
    as,
    ids: {
      decisionId,
      projectId,
      articleId,
      draftId,
      layerId,
      annotationId,
      invitationId,
      token,
      tokenId,
      userId: author.userId,
      relationId: v7(),
      threadId: talk.id,
      commentId: talk.comments[0]?.id ?? '',
      version: '1',
      number: '1',
      secret: 'guess',
    },
    own: {
      layerId: mine.layerId,
      annotationId: mine.id,
      threadId: myTalk.id,
      commentId: myTalk.comments[0]?.id ?? '',
    },
    body: { authorId: author.userId, email },
  };
}
