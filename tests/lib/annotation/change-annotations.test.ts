import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { hearAnnouncements } from '@/tests/builders/announced';
import { changeAnnotations } from '@/lib/annotation/change-annotations';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
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

const deed = (annotationId: string, chosen: Parameters<typeof aPut>[0] | null = {}) => ({
  annotationId,
  path: '',
  version: null,
  put: chosen === null ? null : aPut(chosen),
  deedId: null,
});

const heard = hearAnnouncements();

test('refuses one who may not', async () => {
  const { layerId } = await aLayer();
  const stranger = await aPerson();
  expect(await refused(changeAnnotations(stranger, layerId, [deed(v7())]))).toMatchObject({
    reason: 'absent',
  });
});

test('puts and removals are one deed; what stands already is left as it is', async () => {
  const { owner, layerId } = await aLayer();
  const [kept, gone] = [v7(), v7()];
  await changeAnnotations(owner, layerId, [deed(kept), deed(gone)]);
  const { changed, frozen } = await changeAnnotations(owner, layerId, [
    deed(kept),
    deed(gone, null),
    deed(v7(), { note: 'new' }),
  ]);
  expect(changed.map(({ annotation, made }) => [annotation.version, made])).toEqual([
    [1, false],
    [2, false],
    [1, true],
  ]);
  expect(frozen.text.slice(4, 10)).toBe(changed[0]?.annotation.quote);
  const layer = await db().layer.findUniqueOrThrow({ where: { id: layerId } });
  expect(layer.deedCount).toBe(4);
});

test('a withdrawn label stays on what carries it, and is given to nothing new', async () => {
  const { projectId, owner, layerId } = await aLayer();
  const id = v7();
  await changeAnnotations(owner, layerId, [deed(id)]);
  const content = codebookContent.parse({ labels: [{ key: 'other' }] });
  await db().codebookVersion.create({ data: { projectId, version: 2, content } });
  const moved = { segments: [{ start: 0, end: 3 }] };
  const { changed } = await changeAnnotations(owner, layerId, [deed(id, moved)]);
  expect(changed[0]?.annotation).toMatchObject({ version: 2, codebookVersion: 1, quote: 'The' });
  expect((await refused(changeAnnotations(owner, layerId, [deed(v7())]))).faults).toMatchObject([
    { path: 'label' },
  ]);
  const relabelled = await changeAnnotations(owner, layerId, [deed(id, { label: 'other' })]);
  expect(relabelled.changed[0]?.annotation.codebookVersion).toBe(2);
});

test('a deed that is sent again is told again: who committed it may not have come to tell', async () => {
  const { owner, layerId } = await aLayer();
  const once = { ...deed(v7()), deedId: v7() };
  heard.length = 0;
  await changeAnnotations(owner, layerId, [once]);
  const first = heard.splice(0);
  await changeAnnotations(owner, layerId, [once]);
  expect(first.length).toBeGreaterThan(0);
  expect(heard).toEqual(first);
});
