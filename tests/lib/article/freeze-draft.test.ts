import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { archiveDraft } from '@/lib/article/change-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';
import { offsetMap, positionMover } from '@/lib/article/offset-map';
import { readText } from '@/lib/article/read-article';
import { readDraft } from '@/lib/article/read-draft';
import { saveDraft } from '@/lib/article/save-draft';
import { db } from '@/lib/db';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import type { Writer } from '@/tests/builders/a-writer';
import { stateWithHole, aDraftWriter } from '@/tests/builders/a-writer';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

const announcements = recordAnnouncements();
const sent = (writer: Writer) => ({ state: Buffer.from(writer.state()).toString('base64') });

async function drafted(text = 'One  line.\r\n😀 two.') {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId, {
    text,
    cleanup: 'standard',
    source: 'The Ledger',
  });
  return { projectId, owner, id, text };
}

const rows = (id: string) =>
  Promise.all([
    db().article.findMany({ where: { id } }),
    db().revision.findMany({ where: { articleId: id } }),
  ]);

test('refuses viewers without permission', async () => {
  const { projectId, id } = await drafted();
  const stranger = freezeDraft(await aPerson(), id, {});
  expect(await refused(stranger)).toMatchObject({ reason: 'absent' });
  for (const role of ['analyst', 'viewer'] as const) {
    const member = freezeDraft(await aMember(projectId, role), id, {});
    expect(await refused(member)).toMatchObject({ reason: 'forbidden' });
  }
  expect(await rows(id)).toEqual([[], []]);
});

test('locks the text of the client, merged with what others have saved', async () => {
  const { owner, id, text, projectId } = await drafted();
  const [ada, ben] = [await aDraftWriter(id), await aDraftWriter(id)];
  ben.append('Ben. 👨‍👩‍👧‍👦 שלום');
  await saveDraft(id, ben.state());
  ada.write(0, 0, 'Ada. ');
  announcements.length = 0;
  const article = await freezeDraft(owner, id, sent(ada));
  const frozen = 'Ada. One line.\n😀 two.\nBen. 👨‍👩‍👧‍👦 שלום';
  expect(await readText(owner, id)).toBe(frozen);
  expect(article).toMatchObject({
    id,
    projectId,
    title: 'A draft',
    source: 'The Ledger',
    revision: 1,
    blocks: 3,
    length: Array.from(frozen).length,
    sha256: createHash('sha256').update(frozen).digest('hex'),
  });
  expect(article.cleanup.at(-1)).toEqual({ name: 'by-hand', version: 1, edits: 2 });
  expect(article.cleanup).toContainEqual({ name: 'spaces', version: 1, edits: 1 });
  const [, [revision]] = await rows(id);
  expect(Buffer.from(revision?.raw ?? []).toString('utf8')).toBe(text);
  const toFrozen = positionMover(offsetMap.parse(revision?.offsetMap));
  for (const word of ['One', 'line', '😀', 'two'])
    expect(toFrozen(text.indexOf(word), 'end')).toBe(frozen.indexOf(word));
  expect(await readDraft(owner, id)).toMatchObject({ frozenBy: owner.name });
  const by = { userId: owner.userId, name: owner.name };
  const channel = { kind: 'draft', draftId: id };
  expect(announcements).toEqual([
    { kind: 'message', channel, message: { kind: 'locked', articleId: id, by } },
    { kind: 'rights', of: { projectId } },
  ]);
});

test('pressed by two at once, and once more, it is one article', async () => {
  const { owner, projectId, id } = await drafted();
  const manager = await aMember(projectId, 'manager');
  const [ada, ben] = [await aDraftWriter(id), await aDraftWriter(id)];
  ada.write(0, 0, 'Ada. ');
  ben.write(0, 0, 'Ben. ');
  const [first, second] = await Promise.all([
    freezeDraft(owner, id, sent(ada)),
    freezeDraft(manager, id, sent(ben)),
  ]);
  expect(second).toEqual(first);
  expect(await freezeDraft(owner, id, sent(ben))).toEqual(first);
  const [articles, revisions] = await rows(id);
  expect([articles.length, revisions.length]).toEqual([1, 1]);
  expect(['Ada. One line.', 'Ben. One line.']).toContain(revisions[0]?.text.split('\n')[0]);
  expect(announcements.filter(({ kind }) => kind === 'rights')).toHaveLength(1);
});

test('a text that nobody touched is as the clean-up left it', async () => {
  const { owner, id } = await drafted();
  const { cleanup } = await freezeDraft(owner, id, {});
  expect(cleanup.at(-1)).toEqual({ name: 'by-hand', version: 1, edits: 0 });
  expect(await readText(owner, id)).toBe('One line.\n😀 two.');
});

test.each<[string, (writer: Writer) => string, string]>([
  ['garbage', () => Buffer.from('no state').toString('base64'), 'invalid'],
  ['a state with a hole', () => stateWithHole, 'invalid'],
  ['nothing but space', (writer) => (writer.take(0, 0, 4), sent(writer).state), 'invalid'],
  ['a NUL', (writer) => (writer.write(0, 1, '\u0000'), sent(writer).state), 'invalid'],
  ['too much', (writer) => (writer.append('x'.repeat(2_100_000)), sent(writer).state), 'too-large'],
])('%s is not locked, and the draft is unchanged', async (_, made, reason) => {
  const { owner, id } = await drafted('One.');
  const state = made(await aDraftWriter(id));
  expect(await refused(freezeDraft(owner, id, { state }))).toMatchObject({ reason });
  expect(await rows(id)).toEqual([[], []]);
  expect(announcements).toEqual([]);
  expect(await freezeDraft(owner, id, {})).toMatchObject({ length: 4 });
});

test('an archived draft is not locked', async () => {
  const { owner, id } = await drafted();
  await archiveDraft(owner, id);
  expect(await refused(freezeDraft(owner, id, {}))).toMatchObject({ reason: 'conflict' });
});
