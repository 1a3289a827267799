import { changeLayerState } from '@/lib/annotation/layers';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import {
  askedRound,
  writeExport,
  exportArticle,
  exportProject,
} from '@/lib/interchange/export-annotations';
import { exportDownload } from '@/lib/interchange/export-download';
import { exportQuery } from '@/lib/interchange/export-query';
import { aDiscussion } from '@/tests/builders/a-discussion';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('asked round', () => {
  test('finds the round that is asked for, in its own project, and refuses what is not there', async () => {
    const { projectId } = await aDiscussion();
    const asked = exportQuery.parse({ round: '1', moment: 'after' });
    expect(await askedRound(projectId, asked)).toMatchObject({ moment: 'after' });
    expect(await askedRound(projectId, exportQuery.parse({}))).toBeNull();
    const elsewhere = (await aProject()).projectId;
    expect((await refused(askedRound(elsewhere, asked))).reason).toBe('absent');
    const second = exportQuery.parse({ round: '2', moment: 'after' });
    expect((await refused(askedRound(projectId, second))).reason).toBe('absent');
  });
});

describe('write export', () => {
  test.each([
    [{ format: 'csv' }, /^annotation_id,.*,updated_at\r\n$/],
    [
      { format: 'csv', decisions: 'true' },
      /^annotation_id,.*,updated_at,decision_id,.*,sources\r\n$/,
    ],
    [{ format: 'decisions' }, /^decision_id,project,/],
    [{ format: 'json' }, /^\{"format":"parallax"/],
  ] as const)('%j is written as such', async (asked, beginning) => {
    const { projectId, owner } = await aProject();
    const { articleId } = await anArticle(projectId);
    const reader = {
      userId: owner.userId,
      role: 'owner',
      projectName: 'P',
      blind: 'open',
      hideSource: false,
    } as const;
    const naming = { projectId, secret: null };
    const query = exportQuery.parse(asked);
    const { value } = await writeExport(reader, { articleId }, naming, query).next();
    expect(Buffer.from(value ?? []).toString()).toMatch(beginning);
  });
});

describe('export article', () => {
  const query = exportQuery.parse({});

  test('refuses viewers without permission', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    const stranger = await aPerson();
    expect(await refused(exportArticle(stranger, articleId, query, ''))).toMatchObject({
      reason: 'absent',
    });
  });

  test('is named after the article and holds its annotations alone', async () => {
    const { projectId } = await aProject({ blind: 'closed' });
    const [one, other] = [await anArticle(projectId, { title: 'One' }), await anArticle(projectId)];
    const analyst = await aMember(projectId, 'analyst');
    const { id } = await anAnnotation(analyst, one.articleId);
    await anAnnotation(analyst, other.articleId);
    const made = await exportArticle(analyst, one.articleId, query, '');
    expect(made.title).toBe('One');
    const rows = (await exportDownload(made).text()).trimEnd().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(new RegExp(`^${id},`));
  });
});

describe('export project', () => {
  type Row = Record<string, string>;

  const python = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode('utf-8-sig')
print(json.dumps(list(csv.DictReader(io.StringIO(text, newline='')))))
`;

  const readBack = (csv: string): Row[] =>
    JSON.parse(execFileSync('python3', ['-c', python], { input: csv, encoding: 'utf8' })) as Row[];

  const textOf = async (made: Awaited<ReturnType<typeof exportProject>>) =>
    Buffer.from(await exportDownload(made).arrayBuffer()).toString('utf8');

  const ofProject = async (viewer: Viewer, projectId: string, query: object = {}) =>
    textOf(await exportProject(viewer, projectId, exportQuery.parse(query), 'secret'));

  const trying =
    'The 😀 regime\u2019s “plan”, he said, “fails”.\n\n=SUM(1) @here, שלום\u200f עולם 👩‍👩‍👧 e\u0301nd.';

  async function aProjectWithTwo() {
    const { projectId, owner } = await aProject({ blind: 'after-submit', hideSource: true });
    const beta = await anArticle(projectId, { title: 'Beta', text: trying, source: '=Outlet' });
    const alpha = await anArticle(projectId, { title: 'Alpha' });
    const [ada, ben] = [
      await aMember(projectId, 'analyst', { name: 'Ada' }),
      await aMember(projectId, 'analyst', { name: 'Ben' }),
    ];
    const at = (words: string) => {
      const start = trying.indexOf(words);
      return { start, end: start + words.length };
    };
    for (const segments of [
      [at('regime')],
      [at('“plan”'), at('“fails”')],
      [at('=SUM(1) @here')],
      [at('שלום\u200f עולם')],
      [at('👩‍👩‍👧')],
      [at('e\u0301nd')],
    ])
      await anAnnotation(ada, beta.articleId, {
        segments,
        note: '@note "x",\r\ny',
        confidence: 0.5,
      });
    await anAnnotation(ben, beta.articleId, { segments: [at('regime')], label: 'direct_quote' });
    await anAnnotation(ben, alpha.articleId);
    return { projectId, owner, alpha, beta, ada, ben };
  }

  test('refuses viewers without permission', async () => {
    const { projectId, beta } = await aProjectWithTwo();
    const stranger = await aPerson();
    expect(await refused(ofProject(stranger, projectId))).toMatchObject({ reason: 'absent' });
    const query = exportQuery.parse({});
    expect(await refused(exportArticle(stranger, beta.articleId, query, ''))).toMatchObject({
      reason: 'absent',
    });
  });

  test('Python reads back every quote by its positions, and the rows in their order', async () => {
    const { projectId, owner, alpha, beta } = await aProjectWithTwo();
    const rows = readBack(await ofProject(owner, projectId));
    expect(rows).toHaveLength(8);
    const texts: Row = { [alpha.articleId]: alpha.text, [beta.articleId]: beta.text };
    for (const row of rows) {
      const points = Array.from(texts[row.article_id ?? ''] ?? '');
      const segments = JSON.parse(row.segments ?? '[]') as [number, number][];
      const quote = segments.map(([from, to]) => points.slice(from, to).join('')).join(' … ');
      expect(row.quote).toBe(quote);
      expect([row.start, row.end]).toEqual([`${segments[0]?.[0]}`, `${segments.at(-1)?.[1]}`]);
      const before = points.slice(0, segments[0]?.[0]).join('');
      expect(before.endsWith(row.prefix ?? '?')).toBe(true);
    }
    expect(rows.map((row) => [row.article_title, row.annotator]).slice(0, 3)).toEqual([
      ['Alpha', 'Ben'],
      ['Beta', 'Ada'],
      ['Beta', 'Ben'],
    ]);
    const starts = rows.slice(1).map((row) => Number(row.start));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test('nobody takes away what the blind policy keeps from them', async () => {
    const { projectId, beta, ada, owner } = await aProjectWithTwo();
    const blind = await ofProject(ada, projectId);
    expect(blind).not.toMatch(/Ben|Outlet|Alpha/);
    expect(readBack(blind)).toHaveLength(6);
    const layer = await db().layer.findFirstOrThrow({
      where: { articleId: beta.articleId, authorId: ada.userId },
    });
    await changeLayerState(ada, layer.id, 'submitted');
    const open = readBack(await ofProject(ada, projectId));
    expect(open).toHaveLength(7);
    expect(open[0]).toMatchObject({ source: '=Outlet', layer_state: 'submitted' });
    expect(await ofProject(owner, projectId)).toContain('Alpha');
    const viewer = await aMember(projectId, 'viewer');
    expect(readBack(await ofProject(viewer, projectId))).toEqual([]);
  });

  test('for a spreadsheet no cell begins as a formula, and text may be left out', async () => {
    const { projectId, owner } = await aProjectWithTwo();
    const excel = await ofProject(owner, projectId, { excel: 'true' });
    expect(excel.startsWith('\ufeff')).toBe(true);
    const cells = readBack(excel).flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain("'=SUM(1) @here");
    const bare = await ofProject(owner, projectId, { text: 'false' });
    expect(bare).not.toContain('SUM(1)');
    expect(bare).not.toContain('regime');
  });

  test('pseudonyms are stable and reveal no name', async () => {
    const { projectId, owner, beta } = await aProjectWithTwo();
    const whole = await ofProject(owner, projectId, { pseudonyms: 'true' });
    expect(whole).not.toMatch(/Ada|Ben/);
    const names = new Set(readBack(whole).map((row) => row.annotator));
    expect(names.size).toBe(2);
    const query = exportQuery.parse({ pseudonyms: 'true' });
    const one = readBack(await textOf(await exportArticle(owner, beta.articleId, query, 'secret')));
    expect(new Set(one.map((row) => row.annotator))).toEqual(names);
  });

  test('removed annotations and archived articles are left out', async () => {
    const { projectId, owner, alpha } = await aProjectWithTwo();
    await db().annotation.updateMany({
      where: { layer: { articleId: alpha.articleId } },
      data: { removedAt: new Date() },
    });
    expect(await ofProject(owner, projectId)).not.toContain('Alpha');
    await db().article.updateMany({ where: { projectId }, data: { archivedAt: new Date() } });
    expect(readBack(await ofProject(owner, projectId))).toEqual([]);
  });
});
