import { changeLayerState } from '@/lib/annotation/layers';
import { removeAnnotation } from '@/lib/annotation/annotations';
import { describe, expect, test } from '@jest/globals';
import { closeRound, openRound } from '@/lib/round/rounds';
import { readRound } from '@/lib/round/read-round';
import { findAnnotations } from '@/lib/annotation/annotation-store';
import { db } from '@/lib/db';
import { aDiscussion, beforeDiscussion } from '@/tests/builders/a-discussion';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { refused } from '@/tests/builders/refused';

/** Ada takes what Ben marked; he stays. */
async function revise({ ada, articleId, layers }: Awaited<ReturnType<typeof aDiscussion>>) {
  await changeLayerState(ada, layers[0], 'open');
  const [first] = await findAnnotations(db(), layers[0]);
  await removeAnnotation(ada, layers[0], first?.id ?? '', { ifMatch: null, idempotencyKey: null });
  await anAnnotation(ada, articleId, { segments: [{ start: 4, end: 17 }] });
}

describe('a round', () => {
  test('refuses one who may not, and what is not there', async () => {
    const { projectId, owner } = await aDiscussion();
    expect((await refused(readRound(await aPerson(), projectId, 1))).reason).toBe('absent');
    expect((await refused(readRound(owner, projectId, 2))).reason).toBe('absent');
  });

  test('is measured as it is now while it is open, and as it ended once it is closed', async () => {
    const discussion = await aDiscussion('after-submit');
    const { projectId, owner, ada, ben, layers } = discussion;
    const still = await readRound(owner, projectId, 1);
    expect(still).toMatchObject({ state: 'open', measured: 1, reason: null });
    expect(still.figures.every(({ difference }) => difference === 0)).toBe(true);
    await revise(discussion);
    const open = await readRound(owner, projectId, 1);
    expect(open).toMatchObject({ reopened: 1 });
    expect(open.analysts.find(({ id }) => id === ada.userId)).toMatchObject({
      name: 'Ada',
      added: 1,
      removed: 1,
    });
    const moved = open.movement.find(({ analyst }) => analyst === ada.userId);
    expect(moved).toMatchObject({ colleague: ben.userId });
    expect(moved?.towards).toBeGreaterThan(0);
    await closeRound(owner, projectId, 1);
    const closed = await readRound(owner, projectId, 1);
    expect(closed.figures).toEqual(open.figures);
    // Later changes of a layer belong to a later round.
    await changeLayerState(owner, layers[1], 'open');
    await anAnnotation(ben, discussion.articleId, { segments: [{ start: 26, end: 33 }] });
    expect((await readRound(owner, projectId, 1)).figures).toEqual(closed.figures);
    await changeLayerState(ben, layers[1], 'submitted');
    await openRound(owner, projectId);
    const second = await readRound(owner, projectId, 2);
    expect(second.figures.map(({ before }) => before)).not.toEqual(
      closed.figures.map(({ after }) => after),
    );
    expect(second.figures.every(({ difference }) => difference === 0)).toBe(true);
  });

  test('names labels as the codebook does', async () => {
    const { projectId, owner } = await aDiscussion();
    const { labels } = await readRound(owner, projectId, 1);
    expect(labels.map(({ label, name }) => [label, name])).toEqual([
      ['loaded_framing', 'Loaded framing'],
      ['unsupported_claim', 'Unsupported claim'],
    ]);
  });
});

describe('who sees its figures', () => {
  test('in a closed project: managers, and while it is open those whose layer is in it', async () => {
    const { projectId, owner, ada, cleo } = await aDiscussion('closed');
    const viewer = await aMember(projectId, 'viewer');
    await anAnnotation(cleo, (await db().article.findFirstOrThrow({ where: { projectId } })).id);
    const nothing = { measured: 0, figures: [], labels: [], analysts: [], movement: [] };
    const seen = async (who: typeof ada) => (await readRound(who, projectId, 1)).measured;
    expect([await seen(owner), await seen(ada)]).toEqual([1, 1]);
    for (const who of [cleo, viewer]) {
      const report = await readRound(who, projectId, 1);
      expect(report).toMatchObject({ ...nothing, layers: null, articles: null, reopened: null });
      expect(JSON.stringify(report)).not.toMatch(/Ada|Ben/);
    }
    await closeRound(owner, projectId, 1);
    expect(await readRound(ada, projectId, 1)).toMatchObject(nothing);
    expect(await seen(owner)).toBe(1);
  });

  test('where one waits for the submission: who has submitted, afterwards too', async () => {
    const before = await beforeDiscussion('after-submit');
    const { projectId, owner, ada, cleo } = before;
    await openRound(owner, projectId);
    const seen = async (who: typeof ada) => (await readRound(who, projectId, 1)).measured;
    expect([await seen(ada), await seen(cleo)]).toEqual([1, 0]);
    await closeRound(owner, projectId, 1);
    expect([await seen(ada), await seen(cleo)]).toEqual([1, 0]);
  });
});
