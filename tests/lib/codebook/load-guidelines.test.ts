import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { mergeGuidelines } from '@/components/codebook/guidelines-form';
import { basic3 } from '@/lib/codebook/basic-3';
import { changeCodebook } from '@/lib/codebook/change-codebook';
import { loadGuidelines } from '@/lib/codebook/load-guidelines';
import { readCodebook } from '@/lib/codebook/read-codebook';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';

test('there is nothing for a project that is not there', async () => {
  expect(await loadGuidelines(v7(), guidelinesForm)).toBeNull();
});

test('two who ask at once get one document, and nothing of the draft changes', async () => {
  const { projectId, owner } = await aProject();
  const guidelines = 'Read *all*.\nThen | mark.';
  const before = await changeCodebook(owner, projectId, { ...basic3, guidelines }, guidelinesForm);
  const states = await Promise.all([1, 2].map(() => loadGuidelines(projectId, guidelinesForm)));
  const [one = null, other = null] = states;
  expect(one).not.toBeNull();
  expect(one).toEqual(other);
  const { markdown } = mergeGuidelines(states.flatMap((state) => state ?? []));
  expect(markdown).toBe('Read *all*.  \nThen | mark.');
  expect(await readCodebook(owner, projectId)).toEqual(before);
});

test('guidelines from before there were bounds begin as they are written', async () => {
  const { projectId } = await aProject();
  const guidelines = '> '.repeat(200);
  await db().codebook.update({
    where: { projectId },
    data: { draft: { ...basic3, guidelines } },
  });
  const state = await loadGuidelines(projectId, guidelinesForm);
  const { document } = mergeGuidelines(state === null ? [] : [state]);
  expect(document.content?.[0]).toMatchObject({
    type: 'codeBlock',
    content: [{ text: guidelines }],
  });
});
