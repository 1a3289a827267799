import type { Role } from '@/lib/access/permission';
import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { putAnnotation } from '@/lib/annotation/annotations';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { insertPerson } from '@/lib/access/user-store';
import { scopes } from '@/lib/access/viewer';
import type { Viewer } from '@/lib/access/viewer';
import type { AnnotationInput } from '@/lib/annotation/annotation';
import { placed } from '@/lib/annotation/sent-change';
import { writeChanges } from '@/lib/annotation/change-store';
import { setLayerState } from '@/lib/annotation/layer-store';
import { addArticle } from '@/lib/article/add-article';
import { articleInput } from '@/lib/article/article';
import { findNewestRevision } from '@/lib/article/revision-store';
import { beginProject } from '@/lib/codebook/begin-project';
import { db } from '@/lib/db';
import { addMember } from '@/lib/project/membership-store';
import { projectInput } from '@/lib/project/project';
import { aConsensus } from './a-consensus';
import { beforeDiscussion, discussedText } from './a-discussion';
import { aDisputedArticle } from './a-disputed-article';
import { aDraft, draftRows } from './a-draft';
import { aMember } from './a-member';
import { aPerson } from './a-person';
import { aProject } from './a-project';
import type { LayerBy } from './a-read-article';
import { aReadArticle } from './a-read-article';
import { aThread, threadRows } from './a-thread';
import { aPut, anAnnotation, annotationRows } from './an-annotation';
import type { ArticleFixture } from './an-article';
import { anArticle } from './an-article';
import { insertRows } from './insert-rows';

/** How each thing is made: by its builder, or by the verbs. */
type Maker = {
  person: typeof aPerson;
  project: typeof aProject;
  member: typeof aMember;
  article: typeof anArticle;
  annotation: typeof anAnnotation;
  readArticle: typeof aReadArticle;
};

const byBuilders: Maker = {
  person: aPerson,
  project: aProject,
  member: aMember,
  article: anArticle,
  annotation: anAnnotation,
  readArticle: aReadArticle,
};

const owners = new Map<string, Viewer>();

const byVerbs: Maker = {
  async person({ name = 'Person 1', email = `${v7()}@example.org` } = {}) {
    const made = await insertPerson(db(), { name, email, passwordHash: null });
    return { userId: made?.userId ?? '', name, email, scopes, by: 'session' };
  },
  async project({ owner: given, ...chosen } = {}) {
    const owner = given ?? (await byVerbs.person());
    const input = projectInput.parse({ name: 'A project', ...chosen });
    const { id } = await beginProject(owner, input);
    owners.set(id, owner);
    return { projectId: id, owner };
  },
  async member(projectId, role: Role, chosen = {}) {
    const person = await byVerbs.person(chosen);
    await addMember(db(), projectId, person.userId, role);
    return person;
  },
  async article(projectId, chosen = {}) {
    const owner = owners.get(projectId);
    if (owner === undefined) throw new Error('Nobody has begun this project.');
    const input = articleInput.parse({ title: 'An article', text: prose, ...chosen });
    const { id } = await addArticle(owner, projectId, input);
    const revision = await findNewestRevision(db(), id);
    return { articleId: id, revisionId: '', text: '', ...revision };
  },
  async annotation(analyst, articleId, chosen: Partial<AnnotationInput> = {}) {
    const { layer } = await openMyLayer(analyst, articleId);
    const unguarded = { ifMatch: null, idempotencyKey: null };
    return (await putAnnotation(analyst, layer.id, v7(), aPut(chosen), unguarded)).annotation;
  },
  async readArticle(projectId, written, chosen = {}) {
    const place = await byVerbs.article(projectId, chosen);
    const layers: string[] = [];
    for (const [analyst, marked] of written) {
      const { layer } = await openMyLayer(analyst, place.articleId);
      for (const [label, words] of marked) {
        const start = place.text.indexOf(words);
        const segments = [{ start, end: start + words.length }];
        await byVerbs.annotation(analyst, place.articleId, { label, segments });
      }
      await changeLayerState(analyst, layer.id, 'submitted');
      layers.push(layer.id);
    }
    return { ...place, layers };
  },
};

const prose = [
  'The regime’s failed gamble cost thousands of jobs, experts agree.',
  '“We won,” said Mr. Steele. “It was hard.” 😀',
  'Nobody knows why.',
].join('\n');

/** All rows written meanwhile, by table, each table ordered by its keys. */
async function writtenBy(action: () => Promise<unknown>): Promise<Record<string, unknown[]>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
      AND tablename <> '_prisma_migrations' ORDER BY tablename`;
  const read = async (name: string) =>
    db().$queryRawUnsafe<{ key: string; row: unknown }[]>(
      `SELECT t::text AS key, to_jsonb(t) AS row FROM "${name}" t ORDER BY t::text COLLATE "C"`,
    );
  const before = new Set<string>();
  for (const { name } of tables) for (const { key } of await read(name)) before.add(key);
  const result = await action();
  const written: Record<string, unknown[]> = { result: [result] };
  for (const { name } of tables)
    written[name] = (await read(name)).filter(({ key }) => !before.has(key)).map(({ row }) => row);
  return written;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;

/** The state of a draft, in which a random number names its writer. */
const yjs = /"state":"\\\\x[0-9a-f]+"/g;

/** The same with ids numbered in the order met, and without times and counted names. */
function compared(written: Record<string, unknown[]>): unknown {
  const ids = new Map<string, string>();
  const plain = JSON.stringify(written)
    .replace(time, 'a time')
    .replace(yjs, '"state":"some text"')
    .replace(/Person \d+/g, 'A person')
    .replace(uuid, (id) => {
      if (!ids.has(id)) ids.set(id, `id ${ids.size}`);
      return ids.get(id) ?? '';
    });
  return JSON.parse(plain);
}

const annotations: [LayerBy[1], LayerBy[1], LayerBy[1]] = [
  [
    ['loaded_framing', 'failed gamble'],
    ['unsupported_claim', ' experts agree'],
    ['direct_quote', '“It was hard.”'],
  ],
  [['loaded_framing', 'Nobody']],
  [],
];

async function aFullProject(make: Maker) {
  const owner = await make.person({ name: 'Olga', email: `${v7()}@example.org` });
  const { projectId } = await make.project({ owner, name: 'One', blind: 'closed' });
  const ada = await make.member(projectId, 'analyst', { name: 'Ada' });
  const ben = await make.member(projectId, 'analyst', { name: 'Ben' });
  const mia = await make.member(projectId, 'manager');
  const bare = await make.article(projectId);
  const cleaned = await make.article(projectId, {
    title: ' Cleaned ',
    text: 'A so-\ncalled  “plan”, he said.\r\n\r\nIt failed &amp; all knew.',
    cleanup: 'standard',
    source: 'The Gazette',
    author: '',
    url: 'https://example.org/plan',
    publishedAt: '2026-03',
    language: 'en-gb',
  });
  const first = await make.annotation(ada, bare.articleId);
  const second = await make.annotation(ada, bare.articleId, {
    label: 'direct_quote',
    segments: [
      { start: 93, end: 107 },
      { start: 66, end: 76 },
    ],
    offsetUnit: 'code-point',
    attributes: { speaker: 'Mr. Steele', attribution: 'named' },
    note: 'Two\nparts “😀”',
    confidence: 0.25,
  });
  const read = await make.readArticle(
    projectId,
    [
      [ada, annotations[0]],
      [ben, annotations[1]],
      [mia, annotations[2]],
    ],
    { title: 'Read' },
  );
  return { owner, projectId, ada, ben, mia, bare, cleaned, first, second, read };
}

async function theDisputedArticle(make: Maker) {
  const { projectId, owner } = await make.project({ hideSource: true });
  const manager = await make.member(projectId, 'manager', { name: 'Mia Manager' });
  const ada = await make.member(projectId, 'analyst', { name: 'Ada' });
  const ben = await make.member(projectId, 'analyst', { name: 'Ben' });
  const cleo = await make.member(projectId, 'analyst', { name: 'Cleo' });
  const written: LayerBy[] = [
    [ada, annotations[0]],
    [ben, annotations[1]],
    [cleo, annotations[2]],
  ];
  const { articleId, text, layers } = await make.readArticle(projectId, written);
  return { projectId, articleId, text, layers, owner, manager, analysts: [ada, ben, cleo] };
}

async function theDiscussion(make: Maker) {
  const { projectId, owner } = await make.project({ blind: 'open' });
  const ada = await make.member(projectId, 'analyst', { name: 'Ada' });
  const ben = await make.member(projectId, 'analyst', { name: 'Ben' });
  const cleo = await make.member(projectId, 'analyst', { name: 'Cleo' });
  const written: LayerBy[] = [
    [ada, [['loaded_framing', 'reckless']]],
    [ben, [['unsupported_claim', 'disaster']]],
  ];
  const chosen = { text: discussedText };
  const { articleId, layers } = await make.readArticle(projectId, written, chosen);
  return { projectId, owner, ada, ben, cleo, articleId, layers };
}

/** A project with a layer and a thread over its article, and a draft. */
async function aPlace(make: Maker) {
  const { projectId, owner } = await make.project();
  return { projectId, owner, fixture: await make.article(projectId) };
}

async function rowsOfHouse() {
  const { projectId, owner, fixture } = await aPlace(byBuilders);
  const [draft, annotation] = [draftRows(owner, projectId), annotationRows(owner, fixture)];
  await insertRows(draft.rows, annotation.rows, threadRows(owner, fixture).rows);
}

async function actionsOfHouse() {
  const { projectId, owner, fixture } = await aPlace(byVerbs);
  await aDraft(owner, projectId);
  await byVerbs.annotation(owner, fixture.articleId);
  await aThread(owner, fixture.articleId);
}

/** The consensus as stores make one, without decisions. */
async function theConsensus({ userId }: Viewer, { articleId, revisionId, text }: ArticleFixture) {
  const layerId = v7();
  await db().layer.create({ data: { id: layerId, articleId, revisionId, kind: 'consensus' } });
  const segments = [{ start: text.indexOf('gamble'), end: text.indexOf(' cost') }];
  const content = { label: 'direct_quote', segments, attributes: {}, note: '', confidence: null };
  const nextContent = placed(text, content, 1);
  const kind = { id: v7(), expected: 0, kind: 'put', idempotencyKey: null, nextContent } as const;
  await writeChanges(db(), layerId, userId, [kind]);
  await setLayerState(db(), layerId, 'submitted');
  return { layerId };
}

test.each<[string, () => Promise<unknown>, () => Promise<unknown>, string[]]>([
  [
    'projects, people, articles, layers and annotations',
    () => aFullProject(byBuilders),
    () => aFullProject(byVerbs),
    ['Annotation', 'AnnotationEvent', 'Article', 'Codebook', 'CodebookVersion', 'Layer'],
  ],
  [
    'an article that three have read',
    () => aDisputedArticle(annotations, { hideSource: true }),
    () => theDisputedArticle(byVerbs),
    ['Annotation', 'Article', 'Layer', 'Membership', 'Project', 'Revision', 'User'],
  ],
  [
    'an article before its discussion',
    () =>
      beforeDiscussion('open', [
        [['loaded_framing', 'reckless']],
        [['unsupported_claim', 'disaster']],
      ]),
    () => theDiscussion(byVerbs),
    ['Annotation', 'Article', 'Layer', 'Membership', 'Project', 'Revision', 'User'],
  ],
  [
    'a draft, a layer and a thread',
    rowsOfHouse,
    actionsOfHouse,
    ['Annotation', 'ArticleDraft', 'Comment', 'Layer', 'Thread'],
  ],
])('builders write what verbs write: %s', async (_, build, carryOut, tables) => {
  const built = compared(await writtenBy(build));
  expect(built).toEqual(compared(await writtenBy(carryOut)));
  for (const table of tables)
    expect(built).toHaveProperty(table, expect.arrayContaining([expect.anything()]));
});

test('builders write what stores write: a consensus', async () => {
  const { projectId, owner } = await aProject();
  const [one, other] = [await anArticle(projectId), await anArticle(projectId)];
  const decisions = [{ label: 'direct_quote', words: 'gamble', isDecided: false }];
  const built = await writtenBy(() => aConsensus(owner, one, decisions));
  const stored = await writtenBy(() => theConsensus(owner, other));
  const place = { articleId: 'here', revisionId: 'here' };
  const at = (rows: unknown[] = []) => rows.map((row) => ({ ...(row as object), ...place }));
  const placedRows = (rows: Record<string, unknown[]>) => ({ ...rows, Layer: at(rows.Layer) });
  expect(built.Layer).toHaveLength(1);
  expect(built.AnnotationEvent).toHaveLength(1);
  const known = new RegExp(`${owner.userId}`, 'g');
  const without = (rows: Record<string, unknown[]>) =>
    compared(JSON.parse(JSON.stringify(placedRows(rows)).replace(known, 'the owner')));
  expect(without(built)).toEqual(without(stored));
});
