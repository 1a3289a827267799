import { describe, expect, test } from '@jest/globals';
import {
  cautious,
  mergeStrategy,
  addCounts,
  mergeCounts,
  noMergeCounts,
  mergeInput,
  mergeListing,
  mergeRun,
  mergeView,
  mergeProjectInput,
  mergeProjectView,
} from '@/lib/adjudication/merge/merge';

describe('merge strategy', () => {
  test('the default strategy resolves only what is not in dispute', () => {
    expect(mergeStrategy.parse(cautious)).toEqual({ majority: null, confidence: null });
  });

  test.each([
    [{ majority: { boundary: 'widest' }, confidence: null }],
    [{ majority: null }],
    [{ majority: null, confidence: { least: 1.1, use: 'require' } }],
    [{ majority: null, confidence: { least: 0.5, use: 'perhaps' } }],
    [{ majority: null, confidence: null, surprise: true }],
  ])('refuses %j', (sent) => {
    expect(mergeStrategy.safeParse(sent).success).toBe(false);
  });
});

describe('merge counts', () => {
  test('counts of articles add up', () => {
    const one = { ...noMergeCounts, units: 3, open: 1, unanimous: 2 };
    expect(addCounts(one, { ...one, people: 4 })).toEqual({
      ...noMergeCounts,
      units: 6,
      open: 2,
      unanimous: 4,
      people: 4,
    });
    expect(mergeCounts.parse(addCounts(noMergeCounts, noMergeCounts))).toEqual(noMergeCounts);
  });
});

describe('merge input', () => {
  test('defaults to a merge by the project’s strategy', () => {
    expect(mergeInput.parse({})).toEqual({ preview: false });
    expect(mergeInput.safeParse({ strategy: 'union' }).success).toBe(false);
  });

  test('a look at it has no name', () => {
    const articleId = '01890a5d-ac96-774b-bcce-b302099a8057';
    const look = { mergeId: null, articleId, strategy: cautious, counts: noMergeCounts };
    expect(mergeView.parse(look)).toEqual(look);
  });

  test('a stored run has its author and time', () => {
    const by = { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Mia' };
    const at = '2026-01-01T00:00:00.000Z';
    const run = { id: by.id, strategy: cautious, counts: noMergeCounts, by, at };
    expect(mergeRun.parse(run)).toEqual(run);
    expect(mergeListing.parse({ items: [run], nextCursor: null }).items).toEqual([run]);
  });
});

describe('merge project input', () => {
  const projectId = '01890a5d-ac96-774b-bcce-b302099a8057';

  test('goes over all articles, unless some are named', () => {
    expect(mergeProjectInput.parse({})).toEqual({ preview: false });
    expect(mergeProjectInput.safeParse({ articles: [] }).success).toBe(false);
    expect(mergeProjectInput.parse({ articles: [projectId.toUpperCase()] })).toMatchObject({
      articles: [projectId],
    });
  });

  test('has the skipped articles with reasons', () => {
    const view = {
      projectId,
      strategy: cautious,
      preview: true,
      articles: 1,
      counts: noMergeCounts,
      leftAlone: [{ articleId: projectId, title: 'A', reason: 'So.' }],
    };
    expect(mergeProjectView.parse(view)).toEqual(view);
  });
});
