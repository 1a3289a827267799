import { openMyLayer } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { changeAnnotations } from '@/lib/annotation/change-annotations';
import { codebookContent } from '@/lib/codebook/codebook';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aPut } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

async function aLayer() {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const { layer } = await openMyLayer(owner, articleId);
  return { projectId, owner, layerId: layer.id };
}

const change = (annotationId: string, chosen: Parameters<typeof aPut>[0] | null = {}) => ({
  annotationId,
  path: '',
  version: null,
  put: chosen === null ? null : aPut(chosen),
  idempotencyKey: null,
});

const announcements = recordAnnouncements();

test('refuses one who may not', async () => {
  const { layerId } = await aLayer();
  const stranger = await aPerson();
  expect(await refused(changeAnnotations(stranger, layerId, [change(v7())]))).toMatchObject({
    reason: 'absent',
  });
});

test('puts and removals are one request; what is the same already is left as it is', async () => {
  const { owner, layerId } = await aLayer();
  const [stored, gone] = [v7(), v7()];
  await changeAnnotations(owner, layerId, [change(stored), change(gone)]);
  const { changed, frozen } = await changeAnnotations(owner, layerId, [
    change(stored),
    change(gone, null),
    change(v7(), { note: 'new' }),
  ]);
  expect(changed.map(({ annotation, made }) => [annotation.version, made])).toEqual([
    [1, false],
    [2, false],
    [1, true],
  ]);
  expect(frozen.text.slice(4, 10)).toBe(changed[0]?.annotation.quote);
  const layer = await db().layer.findUniqueOrThrow({ where: { id: layerId } });
  expect(layer.eventCount).toBe(4);
});

test('a withdrawn label stays on what carries it, and is given to nothing new', async () => {
  const { projectId, owner, layerId } = await aLayer();
  const id = v7();
  await changeAnnotations(owner, layerId, [change(id)]);
  const content = codebookContent.parse({ labels: [{ key: 'other' }] });
  await db().codebookVersion.create({ data: { projectId, version: 2, content } });
  const moved = { segments: [{ start: 0, end: 3 }] };
  const { changed } = await changeAnnotations(owner, layerId, [change(id, moved)]);
  expect(changed[0]?.annotation).toMatchObject({ version: 2, codebookVersion: 1, quote: 'The' });
  expect((await refused(changeAnnotations(owner, layerId, [change(v7())]))).faults).toMatchObject([
    { path: 'label' },
  ]);
  const relabelled = await changeAnnotations(owner, layerId, [change(id, { label: 'other' })]);
  expect(relabelled.changed[0]?.annotation.codebookVersion).toBe(2);
});

test('a change that is sent again is published again: its first process may have ended before publishing', async () => {
  const { owner, layerId } = await aLayer();
  const once = { ...change(v7()), idempotencyKey: v7() };
  announcements.length = 0;
  await changeAnnotations(owner, layerId, [once]);
  const first = announcements.splice(0);
  await changeAnnotations(owner, layerId, [once]);
  expect(first.length).toBeGreaterThan(0);
  expect(announcements).toEqual(first);
});
