import type { Role } from '@/lib/access/permission';
import { fingerprint, mintSecret } from '@/lib/access/secret';
import { v7 } from 'uuid';
import { defaultAdjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import type { Viewer } from '@/lib/access/viewer';
import { may } from '@/lib/access/permission';
import { db } from '@/lib/db';
import { invitationLife } from '@/lib/project/invitation';
import type { BlindPolicy } from '@/lib/project/project';
import type { Caller } from '@/tests/harness/call-route';
import { consensusRows } from './a-consensus';
import { draftRows } from './a-draft';
import { memberRows } from './a-member';
import { personRows } from './a-person';
import { projectRows } from './a-project';
import { threadRows } from './a-thread';
import { annotationRows } from './an-annotation';
import { articleRows } from './an-article';
import type { Rows } from './insert-rows';
import { insertRows } from './insert-rows';

/** Every kind of caller. */
export const askers = [
  'owner',
  'manager',
  'analyst',
  'viewer',
  'stranger',
  'nobody',
  'revoked',
] as const;

/** A kind of caller. */
export type AskerName = (typeof askers)[number];

/** The caller, and an id for each parameter of the API’s paths. */
export type FullHouse = {
  as: Caller;
  ids: Record<string, string>;
  /**
   * The caller’s own layer with an annotation, and own thread; the other analyst’s for callers
   * without any.
   */
  own: { layerId: string; annotationId: string; threadId: string; commentId: string };
  body: { authorId: string; email: string };
};

function tokenRows(
  { userId }: Viewer,
  name: string,
  scopes: string[],
  revokedAt: Date | null = null,
): { id: string; token: string; rows: Rows } {
  const id = v7();
  const token = mintSecret('plx_');
  const fields = { id, userId, name, hash: fingerprint(token), scopes, createdAt: new Date() };
  return { id, token, rows: { AccessToken: [{ ...fields, revokedAt }] } };
}

function sessionRows({ userId }: Viewer): { id: string; rows: Rows } {
  const [id, at] = [v7(), new Date()];
  const times = { createdAt: at, lastSeenAt: at, provedAt: at };
  return { id, rows: { Session: [{ id, userId, device: 'Firefox on Linux', ...times }] } };
}

function invitationRows(
  { userId }: Viewer,
  projectId: string,
  email: string | null,
): { id: string; token: string; rows: Rows } {
  const id = v7();
  const token = mintSecret();
  const expiresAt = new Date(Date.now() + invitationLife);
  const by = { invitedById: userId, createdAt: new Date() };
  const fields = {
    id,
    projectId,
    email,
    role: 'viewer',
    hash: fingerprint(token),
    expiresAt,
    ...by,
  };
  return { id, token, rows: { Invitation: [fields] } };
}

type HouseVisitor = { as: Caller; person: Viewer | null; rows: Rows };

function visitorOf(name: AskerName, projectId: string, owner: Viewer): HouseVisitor {
  if (name === 'owner') return { as: owner, person: owner, rows: {} };
  if (name === 'nobody') return { as: null, person: null, rows: {} };
  if (name === 'revoked') {
    const { token, rows } = tokenRows(owner, 'old', ['read', 'write'], new Date());
    return { as: { token }, person: null, rows };
  }
  const made = name === 'stranger' ? personRows() : memberRows(projectId, name);
  return { as: made.person, ...made };
}

/** A decision of the owner, in a project that adjudicates unsubmitted layers too. */
function decidedRows(
  { projectId, owner }: { projectId: string; owner: Viewer },
  fixture: ReturnType<typeof articleRows>['fixture'],
): { decisionId: string; rows: Rows[] } {
  const { calibrationGate: _, ...rules } = defaultAdjudicationSettings;
  const content = { ...rules, unsubmitted: 'include' };
  const rejected = { label: 'loaded_framing', words: 'regime', isInConsensus: false };
  const { rows, decisionIds } = consensusRows(owner, fixture, [rejected], 'open');
  return {
    decisionId: decisionIds[0] ?? '',
    rows: [{ AdjudicationSettings: [{ projectId, content, updatedAt: new Date() }] }, ...rows],
  };
}

/** What is archived before the call. */
type PutAway = 'nothing' | 'article' | 'project';

const putAway = (table: 'Article' | 'Project', id: string) =>
  db().$executeRawUnsafe(`UPDATE "${table}" SET "archivedAt" = now() WHERE id = $1::uuid`, id);

/**
 * A project, with the policy `closed` by default, in which another analyst has annotated an
 * article, and a caller.
 */
export async function aFullHouse(
  name: AskerName,
  { blind = 'closed', archived = 'nothing' }: { blind?: BlindPolicy; archived?: PutAway } = {},
): Promise<FullHouse> {
  const { projectId, owner, rows } = projectRows({ blind });
  const { person: author, rows: ofAuthor } = memberRows(projectId, 'analyst');
  const { fixture, rows: ofArticle } = articleRows(owner, projectId);
  const draft = draftRows(owner, projectId);
  const his = annotationRows(author, fixture);
  const email = `${v7()}@example.org`;
  const invitation = invitationRows(owner, projectId, email);
  const open = invitationRows(owner, projectId, null);
  const token = tokenRows(author, 'His', ['read']);
  const session = sessionRows(author);
  const { as, person, rows: visitorRows } = visitorOf(name, projectId, owner);
  const annotates = person !== null && may(name as Role, 'write own layer');
  const mine = annotates ? annotationRows(person, fixture) : null;
  const thread = threadRows(author, fixture);
  const ownThread = annotates ? threadRows(person, fixture) : null;
  const decided = decidedRows({ projectId, owner }, fixture);
  const people: Rows[] = [...rows, ofAuthor, visitorRows, invitation.rows, open.rows];
  people.push(token.rows, session.rows);
  const work = [ofArticle, draft.rows, his.rows, mine?.rows ?? {}, ...decided.rows];
  await insertRows(...people, ...work, thread.rows, ownThread?.rows ?? {});
  if (archived === 'article') await putAway('Article', fixture.articleId);
  if (archived === 'project') await putAway('Project', projectId);
  return {
    as,
    ids: {
      decisionId: decided.decisionId,
      projectId,
      articleId: fixture.articleId,
      draftId: draft.id,
      layerId: his.layerId,
      annotationId: his.id,
      invitationId: invitation.id,
      token: open.token,
      tokenId: token.id,
      sessionId: session.id,
      userId: author.userId,
      relationId: v7(),
      threadId: thread.id,
      commentId: thread.commentId,
      version: '1',
      number: '1',
      secret: 'guess',
    },
    own: {
      layerId: mine?.layerId ?? his.layerId,
      annotationId: mine?.id ?? his.id,
      threadId: (ownThread ?? thread).id,
      commentId: (ownThread ?? thread).commentId,
    },
    body: { authorId: author.userId, email },
  };
}
