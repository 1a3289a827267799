import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openArchive } from '@/server/archive/archive-reader';
import { runProgram } from '@/tests/harness/run-program';
import { anEmptyFolder, startServer } from '@/tests/harness/running-server';
import { signIn } from '@/tests/harness/session';

/**
 * A backup that Parallax wrote before the migration `field_language`: the demo, adjudicated by two
 * merges and by hand, with a discussion round, a thread, removed and changed annotations, and notes
 * in several scripts.
 */
const before = join(import.meta.dirname, 'before-field-language.zip');

/** What tables are called now. */
const renamedTables = new Map([['SettlingRules', 'AdjudicationSettings']]);

/** The rows of each table in COPY's text form, sorted. */
async function rowsOf(path: string): Promise<Map<string, string[]>> {
  const archive = await openArchive(path);
  const tables = new Map<string, string[]>();
  for (const { name, file } of archive.manifest.tables) {
    const chunks: Buffer[] = [];
    for await (const chunk of archive.read(file)) chunks.push(chunk);
    tables.set(name, Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean).sort());
  }
  archive.close();
  return tables;
}

test('what the version before wrote is all there after its migration', async () => {
  const folder = await anEmptyFolder();
  const restored = await runProgram('restore', [before], { PARALLAX_DATA: folder });
  expect(restored).toMatchObject({ code: 0 });
  const server = await startServer({ dataFolder: folder, withOwner: false });
  const olive = await signIn(server.address, {
    email: 'olive@example.org',
    password: 'correct horse battery 9',
  });
  const { items: projects } = await olive.call<{ items: { id: string }[] }>(
    'GET',
    '/api/v1/projects',
  );
  const decisions = await olive.call<{ items: { kind: string; finalLabels: string[] }[] }>(
    'GET',
    `/api/v1/projects/${projects[0]?.id}/decisions?by=anyone&limit=1000`,
  );
  expect(new Set(decisions.items.map(({ kind }) => kind))).toEqual(
    new Set(['rule', 'take', 'adjust', 'reject']),
  );
  const { items: articles } = await olive.call<{ items: { id: string }[] }>(
    'GET',
    `/api/v1/projects/${projects[0]?.id}/articles`,
  );
  const workspace = `/api/v1/articles/${articles[0]?.id}/adjudication`;
  expect((await olive.call<{ settings: object }>('GET', workspace)).settings).toMatchObject({
    reasons: [{ key: 'scheme', name: 'The guidelines say so' }],
    unsubmitted: 'include',
    strategy: { majority: { boundary: 'union' }, confidence: { least: 0.7, use: 'require' } },
    passMark: 0.5,
  });
  await server.stop();

  const after = join(await mkdtemp(join(tmpdir(), 'parallax-test-')), 'after.zip');
  const saved = await runProgram('backup', [after], { PARALLAX_DATA: folder });
  expect(saved).toMatchObject({ code: 0 });
  const [old, now] = [await rowsOf(before), await rowsOf(after)];
  // Signing in adds to these.
  for (const name of ['Session', 'SecurityEvent', 'ArticleStatistics']) old.delete(name);
  for (const [name, lines] of old) {
    expect([name, now.get(renamedTables.get(name) ?? name)]).toEqual([name, lines]);
  }
  expect(old.get('AnnotationEvent')?.length).toBeGreaterThan(140);
  expect(old.get('Decision')?.length).toBeGreaterThan(40);
}, 180_000);
