import { openMyLayer } from '@/lib/annotation/layers';
import { beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { decisionFilters } from '@/lib/adjudication/decision-log/decision-log';
import type { DecisionLogViewer } from '@/lib/adjudication/decision-log/decision-log-store';
import {
  findLabelDecisionCounts,
  findLogDecisions,
} from '@/lib/adjudication/decision-log/decision-log-store';
import { setLayerState } from '@/lib/annotation/layer-store';
import { db } from '@/lib/db';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

const all = ['none none plain submitted'];
const none = ['submitted none plain submitted', 'none none measures submitted'];
const wholly = (whole: string[], sources: string[] = []): DecisionLogViewer['open'] => ({
  whole,
  consensus: [],
  own: [],
  sources,
});
let reader: DecisionLogViewer;

beforeAll(async () => {
  const { projectId, owner } = await aProject();
  const chosen = { text: 'A reckless 100% gamble_of theirs.\nWho knows?', source: 'The Gazette' };
  const article = await anArticle(projectId, chosen);
  const articleText = { ...article, text: chosen.text };
  await aConsensus(owner, articleText, [
    { label: 'loaded_framing', words: 'reckless', reason: 'It judges' },
    {
      label: 'loaded_framing',
      words: '100% gamble_of',
      isInConsensus: false,
      reason: 'Plain FACT',
    },
    { label: 'unsupported_claim', words: 'Who knows' },
  ]);
  reader = { projectId, userId: owner.userId, open: wholly(all, all) };
});

const found = async (filters: object, of = reader) => {
  const asked = { ...decisionFilters.parse(filters), after: null, limit: 10 };
  return (await findLogDecisions(db(), of, asked)).map(({ quote }) => quote);
};

test.each([
  [{}, ['Who knows', '100% gamble_of', 'reckless']],
  [{ label: 'loaded_framing' }, ['100% gamble_of', 'reckless']],
  [{ label: 'loaded_framing', as: 'example' }, ['reckless']],
  [{ label: 'loaded_framing', as: 'near-miss' }, ['100% gamble_of']],
  [{ as: 'near-miss' }, ['100% gamble_of']],
  [{ label: 'loaded' }, []],
  [{ text: 'RECKLESS' }, ['reckless']],
  [{ text: 'plain fact' }, ['100% gamble_of']],
  [{ text: '%' }, ['100% gamble_of']],
  [{ text: '_' }, ['100% gamble_of']],
  [{ text: '\\' }, []],
  [{ text: 'w.o' }, []],
  [{ source: 'gazette' }, ['Who knows', '100% gamble_of', 'reckless']],
  [{ source: 'Herald' }, []],
  [{ reason: 'fits' }, ['100% gamble_of', 'reckless']],
  [{ kind: 'reject' }, ['100% gamble_of']],
  [{ by: 'rule' }, []],
  [{ by: 'anyone', kind: 'own' }, ['Who knows', 'reckless']],
  [{ current: 'false' }, []],
])('finds by %j', async (filters, quotes) => {
  expect(await found(filters)).toEqual(quotes);
});

test('what is not open is not found, nor found by a source that is not open', async () => {
  expect(await found({}, { ...reader, open: wholly(none, all) })).toEqual([]);
  const blind = { ...reader, open: wholly(all, none) };
  expect(await found({ source: 'gazette' }, blind)).toEqual([]);
  expect(await found({}, blind)).toHaveLength(3);
});

test('continues after a decision', async () => {
  const filters = { ...decisionFilters.parse({}), limit: 1 };
  const quotes: string[] = [];
  for (let after: readonly [string, string] | null = null; quotes.length < 3;) {
    const [row] = await findLogDecisions(db(), reader, { ...filters, after });
    if (row === undefined) break;
    quotes.push(row.quote);
    after = [row.at, row.id];
  }
  expect(quotes).toEqual(['Who knows', '100% gamble_of', 'reckless']);
});

test('counts what teaches each label, of what is open', async () => {
  const filters = decisionFilters.parse({});
  expect(await findLabelDecisionCounts(db(), reader, filters)).toEqual([
    { label: 'loaded_framing', decisions: 2, examples: 1, nearMisses: 1 },
    { label: 'unsupported_claim', decisions: 1, examples: 1, nearMisses: 0 },
  ]);
  const blind = { ...reader, open: wholly(none, all) };
  expect(await findLabelDecisionCounts(db(), blind, filters)).toEqual([]);
});

test.each([
  ['open', null, 'open none plain submitted'],
  ['submitted', null, 'submitted none plain submitted'],
  ['open', 'open', 'open open plain submitted'],
  ['submitted', 'over', 'submitted over plain submitted'],
] as const)('knows a stand: %s, round %s', async (state, round, key) => {
  const { projectId, owner } = await aProject();
  const text = 'A reckless gamble.';
  const article = await anArticle(projectId, { text });
  await aConsensus(owner, { ...article, text }, [{ label: 'loaded_framing', words: 'reckless' }]);
  const { layer } = await openMyLayer(owner, article.articleId);
  await setLayerState(db(), layer.id, state);
  if (round !== null) {
    const roundId = v7();
    const opening = { id: roundId, projectId, number: 1, openedById: owner.userId };
    await db().round.create({ data: opening });
    const after = round === 'over' ? 0 : null;
    await db().roundLayer.create({ data: { roundId, layerId: layer.id, before: 0, after } });
  }
  const of = (cases: string[]) => ({
    projectId,
    userId: owner.userId,
    open: wholly(cases),
  });
  expect(await found({}, of([key]))).toEqual(['reckless']);
  expect(await found({}, of(['none none plain submitted']))).toEqual([]);
});
