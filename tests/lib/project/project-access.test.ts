import { roles } from '@/lib/access/permission';
import { openMyLayer, readLayer } from '@/lib/annotation/layers';
import { expect, test, describe } from '@jest/globals';
import { removeSecondFactor } from '@/lib/access/set-up-second-factor';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import { changeProject } from '@/lib/project/change-project';
import { canReachProject, secondFactorNeeded } from '@/lib/project/project-access';
import { readProject } from '@/lib/project/read-project';
import { requireMembership } from '@/lib/project/require-membership';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aSecondFactor } from '@/tests/builders/a-second-factor';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

describe('project access', () => {
  test('a project is there for its members, an archived one for its owners, and for strangers none', () => {
    for (const role of roles) {
      expect(canReachProject({ role, projectArchived: false })).toBe(true);
      expect(canReachProject({ role, projectArchived: true })).toBe(role === 'owner');
    }
    for (const projectArchived of [false, true])
      expect(canReachProject({ role: null, projectArchived })).toBe(false);
  });
});

describe('second factor needed', () => {
  const needed = { reason: 'forbidden', type: 'second-factor-needed' };

  async function aGuardedProject() {
    const { projectId, owner } = await aProject({ blind: 'open' });
    await aSecondFactor(owner.userId);
    const { articleId } = await anArticle(projectId);
    const { layer } = await openMyLayer(owner, articleId);
    await changeProject(owner, projectId, { requireSecondFactor: true });
    return { projectId, owner, articleId, layerId: layer.id };
  }

  test('an owner without one cannot require it of others', async () => {
    const { projectId, owner } = await aProject();
    const changed = changeProject(owner, projectId, { requireSecondFactor: true });
    expect(await refused(changed)).toMatchObject({ reason: 'conflict' });
    expect(await readProject(owner, projectId)).toMatchObject({ requireSecondFactor: false });
  });

  describe.each(roles)('as %s', (role) => {
    test('a member without one may nothing, by session or token, until they have it', async () => {
      const { projectId, articleId, layerId } = await aGuardedProject();
      const member = await aMember(projectId, role);
      for (const viewer of [member, { ...member, by: 'token' as const }]) {
        expect(await refused(requireMembership(viewer, projectId, 'read project'))).toMatchObject(
          needed,
        );
        expect(await refused(readProject(viewer, projectId))).toMatchObject(needed);
        expect(await refused(openMyLayer(viewer, articleId))).toMatchObject(needed);
        expect(await refused(readLayer(viewer, layerId))).toMatchObject(needed);
      }
      expect(await findArticleContext(db(), articleId, member.userId)).toMatchObject({
        role: null,
      });
      await aSecondFactor(member.userId);
      expect(await requireMembership(member, projectId, 'read project')).toMatchObject({ role });
      expect(await findArticleContext(db(), articleId, member.userId)).toMatchObject({ role });
    });
  });

  test('a stranger learns nothing of it, with a second factor or without', async () => {
    const { projectId, articleId, layerId } = await aGuardedProject();
    const stranger = await aPerson();
    for (let at = 0; at < 2; at++) {
      expect(await refused(readProject(stranger, projectId))).toMatchObject({ reason: 'absent' });
      expect(await refused(openMyLayer(stranger, articleId))).toMatchObject({ reason: 'absent' });
      expect(await refused(readLayer(stranger, layerId))).toMatchObject({ reason: 'absent' });
      if (at === 0) await aSecondFactor(stranger.userId);
    }
  });

  test('who removes theirs is out again, an owner too', async () => {
    const { projectId, owner } = await aGuardedProject();
    await removeSecondFactor(await signedIn(owner));
    expect(await refused(readProject(owner, projectId))).toMatchObject(needed);
  });

  test('the refusal says what to do', () => {
    expect(secondFactorNeeded()).toMatchObject(needed);
    expect(secondFactorNeeded().message).toContain('Set one up on your account page');
  });
});
