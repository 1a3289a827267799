import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  findFirstUpload,
  findNewestRevision,
  findRevisionNumber,
  findSegmentations,
  findText,
} from '@/lib/article/revision-store';
import { encodeSegmentation, segmentText } from '@/lib/article/segmentation';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test('finds the text, and the upload beside it', async () => {
  const { projectId } = await aProject();
  const raw = 'The  council voted.';
  const { articleId, revisionId, text } = await anArticle(projectId, {
    text: raw,
    cleanup: 'standard',
  });
  expect(text).toBe('The council voted.');
  expect(await findText(db(), revisionId)).toBe(text);
  expect(await findNewestRevision(db(), articleId)).toEqual({ revisionId, text });
  expect(await findRevisionNumber(db(), revisionId)).toBe(1);
  const segmentation = (await findSegmentations(db(), [revisionId, v7()])).get(revisionId);
  expect(segmentation).toEqual(encodeSegmentation(segmentText(text, 'en')));
  const upload = await findFirstUpload(db(), articleId);
  expect(Buffer.from(upload?.raw ?? []).toString('utf8')).toBe(raw);
});

test('what is not there is null', async () => {
  expect(await findText(db(), v7())).toBeNull();
  expect(await findNewestRevision(db(), v7())).toBeNull();
  expect(await findFirstUpload(db(), v7())).toBeNull();
  expect(await findRevisionNumber(db(), v7())).toBeNull();
});
